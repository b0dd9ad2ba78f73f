-- The list of people follows its folded name, byte by byte, so that pages keep their place whatever the
-- collation of the database. It replaces the prefix index: a name is searched anywhere in the line.
create index person_list on terreau.person (cooperative_id, search_name collate "C", id) where archived_at is null;
drop index terreau.person_search_name;

-- What the signed version is printed from: the facts of the document that the signers saw, not those of
-- the day it is printed.
alter table terreau.contract_document add column facts jsonb not null default '{}';

create index contract_renews on terreau.contract (cooperative_id, renews_contract_id);
