-- Erasing what a text no longer makes us keep, while amounts, entries and issued numbers stay. Contents change
-- in one place only: terreau.redact, which records who, when, why and what, so that every check still proves
-- that nothing else moved (docs/adr/0016-redaction.md).

create table terreau.redaction (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  kind text not null constraint redaction_kind check (kind ~ '^[a-z][a-z_]{2,39}$'),
  -- Null when a kind is erased by its date and not person by person.
  person_id uuid,
  before_on date,
  cause text not null constraint redaction_cause check (cause in ('request', 'retention')),
  reason text not null constraint redaction_says_why check (reason <> ''),
  made_on date not null,
  made_at timestamptz not null default now(),
  made_by text not null,
  transaction xid8 not null default pg_current_xact_id(),
  primary key (cooperative_id, id),
  constraint redaction_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint redaction_of_person_or_until check ((person_id is null) <> (before_on is null))
);
create index redaction_person on terreau.redaction (cooperative_id, person_id, kind);
call terreau.protect('terreau.redaction', 'select', true);
comment on table terreau.redaction is 'One erasure: who, when, why. Only terreau.redact writes it.';

-- A line of the journal whose contents were erased. It keeps its hash, which the next line follows; the hash
-- of what is left says that nothing else of the line changed since.
create table terreau.audit_redaction (
  cooperative_id uuid not null references terreau.cooperative (id),
  n bigint not null,
  redaction_id uuid not null,
  covered text[] not null,
  kept_hash bytea not null,
  rest_hash bytea not null,
  primary key (cooperative_id, n),
  constraint audit_redaction_entry_fkey foreign key (cooperative_id, n) references terreau.audit_entry (cooperative_id, n),
  constraint audit_redaction_redaction_fkey foreign key (cooperative_id, redaction_id) references terreau.redaction (cooperative_id, id)
);
create index audit_redaction_redaction on terreau.audit_redaction (cooperative_id, redaction_id);
call terreau.protect('terreau.audit_redaction', 'select', true);

alter table terreau.stored_file
  drop constraint stored_file_is_its_hash,
  add column erased_at timestamptz,
  add column redaction_id uuid,
  add constraint stored_file_redaction_fkey foreign key (cooperative_id, redaction_id) references terreau.redaction (cooperative_id, id),
  add constraint stored_file_erased_is_recorded check ((erased_at is null) = (redaction_id is null)),
  -- An erased file keeps its hash and its place, not its bytes.
  add constraint stored_file_is_its_hash check (case when erased_at is null then sha256 = sha256(bytes) else bytes = '' end);
comment on table terreau.stored_file is 'Bytes kept as they were received or issued, never rendered again, until a text has them erased.';

alter table terreau.person
  add column erased_n integer constraint person_erased_counts check (erased_n > 0);
create unique index person_erased_key on terreau.person (cooperative_id, erased_n) where erased_n is not null;
comment on column terreau.person.erased_n is 'Set when the name was erased: lists then show the pseudonym with this number.';

-- Somebody asked to be erased: a thing to answer within a month (GDPR art. 12).
create table terreau.erasure_request (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  asked_by uuid not null references terreau.app_user (id),
  asked_on date not null,
  answered_at timestamptz,
  answered_by uuid references terreau.app_user (id),
  primary key (cooperative_id, id),
  constraint erasure_request_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint erasure_request_answer check ((answered_at is null) = (answered_by is null))
);
create unique index erasure_request_waiting on terreau.erasure_request (cooperative_id, person_id) where answered_at is null;
call terreau.protect('terreau.erasure_request', 'select, insert, update');

-- What each night, or a command, did: one line a run.
create table terreau.retention_run (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  ran_on date not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  started_by text not null,
  -- Per kind: what was due, what was erased, what a hold kept.
  outcome jsonb not null default '[]',
  primary key (cooperative_id, id)
);
create index retention_run_last on terreau.retention_run (cooperative_id, started_at desc);
call terreau.protect('terreau.retention_run', 'select, insert, update');

-- Whether the night erases files by itself. Off until somebody has seen what it would erase.
create table terreau.retention_switch (
  cooperative_id uuid not null references terreau.cooperative (id),
  n integer not null constraint retention_switch_counts check (n > 0),
  is_on boolean not null,
  reason text not null constraint retention_switch_says_why check (reason <> ''),
  set_by uuid not null references terreau.app_user (id),
  set_at timestamptz not null default now(),
  primary key (cooperative_id, n)
);
call terreau.protect('terreau.retention_switch', 'select, insert', true);

-- Whether this transaction is inside terreau.redact. The setting alone opens nothing: the record must be
-- there, made by this transaction, and the application may not write it.
create function terreau.is_redacting() returns boolean
language sql stable set search_path = terreau, pg_temp
as $$
  select exists (select 1 from terreau.redaction r
    where r.cooperative_id = terreau.current_cooperative()
      and r.id = nullif(current_setting('app.redaction', true), '')::uuid
      and r.transaction = pg_current_xact_id_if_assigned())
$$;

create or replace function terreau.refuse_change() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and terreau.is_redacting() then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception '% is append-only', tg_table_name
    using errcode = 'restrict_violation', constraint = 'append_only', table = tg_table_name;
end
$$;

create or replace function terreau.guard_lines_of_open_month() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare tenant uuid := coalesce(new.cooperative_id, old.cooperative_id);
        parent uuid := coalesce(new.declaration_id, old.declaration_id);
        guarded text;
begin
  select d.month into guarded from terreau.declaration d where d.cooperative_id = tenant and d.id = parent;
  if guarded is not null and terreau.is_month_closed(tenant, guarded)
     and not (tg_op = 'UPDATE' and terreau.is_redacting()) then
    raise exception 'month % is closed', guarded using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  return coalesce(new, old);
end
$$;

create or replace function terreau.guard_open_month() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare guarded text := case when tg_op = 'DELETE' then old.month else new.month end;
        tenant uuid := case when tg_op = 'DELETE' then old.cooperative_id else new.cooperative_id end;
begin
  perform pg_advisory_xact_lock_shared(terreau.month_lock(tenant, guarded));
  if terreau.is_month_closed(tenant, guarded)
     and not (tg_op = 'UPDATE' and old.month = new.month and terreau.is_redacting()) then
    raise exception 'month % is closed', guarded using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  if tg_op = 'UPDATE' and old.month <> new.month and terreau.is_month_closed(tenant, old.month) then
    raise exception 'month % is closed', old.month using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

-- Since when each person is no longer with the cooperative. `runs` while a contract is under way or being
-- written, or while hours of tutoring go on; the other dates then say nothing.
create function terreau.person_relations(p_today date)
returns table (person_id uuid, runs boolean, had_contract boolean, departed_on date, last_contact_on date)
language sql stable set search_path = terreau, pg_temp
as $$
  with files as (
    select p.cooperative_id, p.id, coalesce(p.merged_into_id, p.id) as file_id, p.created_at
      from terreau.person p where p.cooperative_id = terreau.current_cooperative()),
  contracts as (
    select f.file_id, bool_or(c.state in ('draft', 'to_sign') or c.last_on >= p_today) as runs,
           bool_or(c.state in ('signed', 'active')) as had,
           max(c.ends_on) filter (where c.state in ('signed', 'active')) as departed_on
      from files f join terreau.contract c on c.cooperative_id = f.cooperative_id and c.person_id = f.id
     where c.state <> 'cancelled' group by f.file_id),
  tutoring as (
    select f.file_id, bool_or(r.ended_on is null or r.ended_on >= p_today) as runs,
           max(greatest(r.started_on, r.ended_on)) as last_on
      from files f join terreau.tutoring_relation r on r.cooperative_id = f.cooperative_id
       and f.id in (r.tutor_person_id, r.tutee_person_id)
     group by f.file_id),
  pieces as (
    select f.file_id, max(a.done_on) as last_on
      from files f join terreau.piece i on i.cooperative_id = f.cooperative_id and i.person_id = f.id
      join terreau.piece_act a on a.cooperative_id = i.cooperative_id and a.piece_id = i.id
     group by f.file_id),
  leads as (
    select f.file_id, max(l.last_contact_on) as last_on
      from files f join terreau.lead l on l.cooperative_id = f.cooperative_id and l.person_id = f.id group by f.file_id),
  certificates as (
    select f.file_id, max((a.issued_at at time zone 'Europe/Paris')::date) as last_on
      from files f join terreau.attestation a on a.cooperative_id = f.cooperative_id and a.person_id = f.id
     group by f.file_id),
  staff as (
    select f.file_id from files f join terreau.membership m on m.cooperative_id = f.cooperative_id
       and m.person_id = f.id and m.role in ('direction', 'adviser', 'accountant') group by f.file_id)
  select f.file_id, coalesce(bool_or(c.runs), false) or coalesce(bool_or(t.runs), false) or bool_or(s.file_id is not null),
         coalesce(bool_or(c.had), false), max(c.departed_on),
         greatest(max((f.created_at at time zone 'Europe/Paris')::date), max(c.departed_on), max(t.last_on),
                  max(i.last_on), max(l.last_on), max(a.last_on))
    from files f
    left join contracts c on c.file_id = f.file_id
    left join tutoring t on t.file_id = f.file_id
    left join pieces i on i.file_id = f.file_id
    left join leads l on l.file_id = f.file_id
    left join certificates a on a.file_id = f.file_id
    left join staff s on s.file_id = f.file_id
   group by f.file_id
$$;
