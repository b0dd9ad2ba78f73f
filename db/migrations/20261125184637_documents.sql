-- One store for every paper that comes from outside: typed, versioned, with its end. A new version keeps
-- the old one. What may be served is 'released'; until looked at, a version is in quarantine.

create table terreau.document (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null constraint document_kind_is_a_name check (kind ~ '^[a-z][a-z_]{1,39}$'),
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (cooperative_id, id),
  constraint document_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
create index document_person on terreau.document (cooperative_id, person_id, kind);
call terreau.protect('terreau.document', 'select, insert, update');
comment on table terreau.document is 'A paper of a person, by kind; its bytes are in its versions.';

create table terreau.document_version (
  cooperative_id uuid not null references terreau.cooperative (id),
  document_id uuid not null,
  version integer not null constraint document_version_counts check (version > 0),
  file_id uuid not null,
  state text not null constraint document_version_state check (state in ('quarantine', 'released', 'refused')),
  expires_on date,
  added_at timestamptz not null default now(),
  added_by uuid references terreau.app_user (id),
  primary key (cooperative_id, document_id, version),
  constraint document_version_document_fkey foreign key (cooperative_id, document_id) references terreau.document (cooperative_id, id),
  constraint document_version_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
create index document_version_expiry on terreau.document_version (cooperative_id, expires_on) where expires_on is not null;
call terreau.protect('terreau.document_version', 'select, insert, update');

-- What was looked at is never put back; nothing else of a version changes.
create function terreau.guard_document_version() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  if old.state <> 'quarantine' or (new.cooperative_id, new.document_id, new.version, new.file_id, new.added_at)
     is distinct from (old.cooperative_id, old.document_id, old.version, old.file_id, old.added_at) then
    raise exception 'a version of a document does not change'
      using errcode = 'restrict_violation', constraint = 'append_only', table = tg_table_name;
  end if;
  return new;
end
$$;
create trigger guard before update on terreau.document_version
  for each row execute function terreau.guard_document_version();

-- Receipts move into the store: one document each, under the same person.
alter table terreau.receipt add column document_id uuid;
alter table terreau.receipt disable trigger open_month;
alter table terreau.receipt no force row level security;
alter table terreau.declaration no force row level security;
alter table terreau.document no force row level security;
alter table terreau.document_version no force row level security;
update terreau.receipt r set document_id = n.document_id
  from (select cooperative_id, id, gen_random_uuid() as document_id from terreau.receipt group by cooperative_id, id) n
 where n.cooperative_id = r.cooperative_id and n.id = r.id;
insert into terreau.document (cooperative_id, id, person_id, kind, created_at)
select distinct on (r.cooperative_id, r.document_id) r.cooperative_id, r.document_id, d.person_id, 'receipt', r.added_at
  from terreau.receipt r
  join terreau.declaration d on d.cooperative_id = r.cooperative_id and d.id = r.declaration_id
 order by r.cooperative_id, r.document_id, r.added_at;
insert into terreau.document_version (cooperative_id, document_id, version, file_id, state, added_at)
select distinct on (r.cooperative_id, r.document_id) r.cooperative_id, r.document_id, 1, r.file_id, 'released', r.added_at
  from terreau.receipt r
 order by r.cooperative_id, r.document_id, r.added_at;
alter table terreau.receipt force row level security;
alter table terreau.declaration force row level security;
alter table terreau.document force row level security;
alter table terreau.document_version force row level security;
alter table terreau.receipt enable trigger open_month;
alter table terreau.receipt alter column document_id set not null;
alter table terreau.receipt add constraint receipt_document_fkey
  foreign key (cooperative_id, document_id) references terreau.document (cooperative_id, id);
alter table terreau.receipt drop column file_id;

-- Every opening of something guarded: who, what, why. The person reads this list.
create table terreau.look (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  user_id uuid not null references terreau.app_user (id),
  what text not null constraint look_what_is_a_name check (what ~ '^[a-z][a-z_]{1,39}$'),
  reason text not null constraint look_has_a_reason check (reason <> ''),
  looked_at timestamptz not null default now(),
  primary key (cooperative_id, id),
  constraint look_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
create index look_person on terreau.look (cooperative_id, person_id, looked_at desc);
call terreau.protect('terreau.look', 'select, insert', true);
