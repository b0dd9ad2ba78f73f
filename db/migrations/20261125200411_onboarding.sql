-- The file of pieces, dated facts, the place where somebody stopped on their phone, who follows whom, and
-- files of one person that are seen as one.

-- A fact has the day from which it is true and who said it; a new one follows the old one, which stays.
create table terreau.person_fact (
  cooperative_id uuid not null references terreau.cooperative (id),
  person_id uuid not null,
  kind text not null check (kind in (
    'project', 'project_country', 'languages', 'channel', 'prescriber', 'social_status', 'other_job')),
  n integer not null,
  valid_from date not null,
  -- 'unknown' is an answer: the person said that they do not know.
  value text not null check (value <> ''),
  said_by text not null check (said_by in ('person', 'staff')),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (cooperative_id, person_id, kind, n),
  constraint person_fact_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
call terreau.protect('terreau.person_fact', 'select, insert, delete');

-- Where somebody is in the questions of the welcome, and what they typed there.
create table terreau.welcome_place (
  cooperative_id uuid not null references terreau.cooperative (id),
  person_id uuid not null,
  question text not null,
  typed text not null default '',
  saved_at timestamptz not null default now(),
  primary key (cooperative_id, person_id),
  constraint welcome_place_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
call terreau.protect('terreau.welcome_place', 'select, insert, update, delete');

-- Which pieces a cooperative asks for, at which stage and from whom.
create table terreau.piece_kind (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  label_fr text not null check (label_fr <> ''),
  label_en text not null check (label_en <> ''),
  hint_fr text not null default '',
  hint_en text not null default '',
  stage text not null check (stage in ('admitted', 'cape_active', 'cesa_active', 'cesa_associate')),
  for_whom text not null check (for_whom in ('everyone', 'job_seeker', 'employee', 'minimum_income', 'student')),
  expires boolean not null,
  position integer not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (cooperative_id, id)
);
create unique index piece_kind_code_key on terreau.piece_kind (cooperative_id, code) where retired_at is null;
call terreau.protect('terreau.piece_kind', 'select, insert, update');

create table terreau.piece (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  kind_id uuid not null,
  state text not null check (state in ('asked', 'received', 'accepted', 'refused', 'waived')),
  asked_on date not null,
  document_id uuid,
  received_at timestamptz,
  expires_on date,
  refusal text,
  words text not null default '',
  -- Staff spoke with the person about it: the next reminder waits from that day.
  spoken_on date,
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint piece_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint piece_kind_fkey foreign key (cooperative_id, kind_id) references terreau.piece_kind (cooperative_id, id),
  constraint piece_document_fkey foreign key (cooperative_id, document_id) references terreau.document (cooperative_id, id),
  constraint piece_received_has_document check (state not in ('received', 'accepted') or document_id is not null),
  constraint piece_refused_says_why check (state <> 'refused' or refusal is not null)
);
create unique index piece_of_person_key on terreau.piece (cooperative_id, person_id, kind_id);
create index piece_waiting on terreau.piece (cooperative_id, state) where state in ('asked', 'received', 'refused');
call terreau.protect('terreau.piece', 'select, insert, update, delete');

create table terreau.piece_act (
  cooperative_id uuid not null references terreau.cooperative (id),
  piece_id uuid not null,
  n integer not null,
  act text not null check (act in ('ask', 'receive', 'accept', 'refuse', 'waive', 'remind', 'speak')),
  done_on date not null,
  document_version integer,
  reason text,
  words text not null default '',
  expires_on date,
  channel text check (channel in ('email', 'phone')),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (cooperative_id, piece_id, n),
  constraint piece_act_piece_fkey foreign key (cooperative_id, piece_id) references terreau.piece (cooperative_id, id) on delete cascade
);
call terreau.protect('terreau.piece_act', 'select, insert, delete');

-- Who follows whom since when, and why it changed. The current one is cached on the person by the trigger.
create table terreau.referent (
  cooperative_id uuid not null references terreau.cooperative (id),
  person_id uuid not null,
  n integer not null,
  adviser_user_id uuid references terreau.app_user (id),
  from_on date not null,
  reason text not null default '',
  assigned_by text not null,
  assigned_at timestamptz not null default now(),
  primary key (cooperative_id, person_id, n),
  constraint referent_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
create index referent_adviser on terreau.referent (cooperative_id, adviser_user_id, from_on);
call terreau.protect('terreau.referent', 'select, insert', true);

create function terreau.follow_referent() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  update terreau.person set adviser_user_id = new.adviser_user_id
   where cooperative_id = new.cooperative_id and id = new.person_id;
  return null;
end
$$;
create trigger follow_referent after insert on terreau.referent
  for each row execute function terreau.follow_referent();

-- Two files of one person: the merged one points to the kept one, and nothing else changes. Whoever reads a
-- file reads the rows of `file_ids`; undoing sets the pointer back to null.
alter table terreau.person
  add column merged_into_id uuid,
  add constraint person_merged_into_fkey foreign key (cooperative_id, merged_into_id) references terreau.person (cooperative_id, id),
  add constraint person_not_into_itself check (merged_into_id <> id);
create index person_merged_into on terreau.person (cooperative_id, merged_into_id) where merged_into_id is not null;

create table terreau.person_merge (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  reason text not null check (reason <> ''),
  merged_by uuid not null,
  merged_at timestamptz not null default now(),
  primary key (cooperative_id, id),
  constraint person_merge_kept_fkey foreign key (cooperative_id, kept_id) references terreau.person (cooperative_id, id),
  constraint person_merge_merged_fkey foreign key (cooperative_id, merged_id) references terreau.person (cooperative_id, id)
);
call terreau.protect('terreau.person_merge', 'select, insert', true);

create table terreau.person_merge_undo (
  cooperative_id uuid not null references terreau.cooperative (id),
  merge_id uuid not null,
  reason text not null check (reason <> ''),
  undone_by uuid not null,
  undone_at timestamptz not null default now(),
  primary key (cooperative_id, merge_id),
  constraint person_merge_undo_merge_fkey foreign key (cooperative_id, merge_id) references terreau.person_merge (cooperative_id, id)
);
call terreau.protect('terreau.person_merge_undo', 'select, insert', true);

-- The ids under which the rows of a file are found: its own and those merged into it.
create function terreau.file_ids(p_cooperative uuid, p_person uuid) returns setof uuid
language sql stable
as $$
  select p_person
  union all
  select m.id from terreau.person m where m.cooperative_id = p_cooperative and m.merged_into_id = p_person
$$;

-- The stage of somebody who has a file, on a day: `contractualStage` of the domain, said in SQL for lists. A
-- database test compares the two on careers made at random.
create function terreau.person_stage(p_cooperative uuid, p_person uuid, p_today date) returns text
language sql stable
as $$
  select case
           when bool_or(c.is_current and c.kind = 'CESA' and c.associate_on <= p_today) then 'cesa_associate'
           when bool_or(c.is_current and c.kind = 'CESA') then 'cesa_active'
           when bool_or(c.is_current) then 'cape_active'
           when count(*) > 0 then 'exited'
           else 'admitted'
         end
    from (
      select c.kind, c.associate_on, c.ends_on is null or c.ends_on >= p_today as is_current
        from terreau.contract c
       where c.cooperative_id = p_cooperative and c.person_id in (select terreau.file_ids(p_cooperative, p_person))
         and c.state = 'active' and c.starts_on <= p_today) c
$$;
grant execute on function terreau.file_ids(uuid, uuid), terreau.person_stage(uuid, uuid, date) to terreau_app;
