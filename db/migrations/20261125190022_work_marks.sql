-- What staff note about a thing to do: put aside until a day, or given to a colleague. The things
-- themselves are never stored; a mark whose thing is done or gone is simply not looked at any more.
create table terreau.work_mark (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  kind text not null check (kind <> ''),
  target_id text not null check (target_id <> ''),
  mark text not null check (mark in ('snoozed', 'assigned')),
  person_id uuid,
  until_on date,
  reason text,
  assigned_to uuid references terreau.app_user (id),
  set_by uuid not null references terreau.app_user (id),
  set_at timestamptz not null default now(),
  ended_by uuid references terreau.app_user (id),
  ended_at timestamptz,
  primary key (cooperative_id, id),
  constraint work_mark_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint work_mark_snoozed check (mark <> 'snoozed' or (until_on is not null and reason <> '' and assigned_to is null)),
  constraint work_mark_assigned check (mark <> 'assigned' or (assigned_to is not null and until_on is null and reason is null)),
  constraint work_mark_ended check ((ended_at is null) = (ended_by is null))
);
create unique index work_mark_current on terreau.work_mark (cooperative_id, kind, target_id, mark) where ended_at is null;
create index work_mark_target on terreau.work_mark (cooperative_id, kind, target_id, set_at);
create index work_mark_snoozed_until on terreau.work_mark (cooperative_id, until_on) include (kind, target_id) where ended_at is null and mark = 'snoozed';
create index work_mark_person on terreau.work_mark (cooperative_id, person_id);
call terreau.protect('terreau.work_mark', 'select, insert, update');
comment on table terreau.work_mark is 'Who put a thing to do aside until when and why, or gave it to whom. An ended mark is its history.';

-- The work queue reads the first rows of each source along these, however many people there are.
create index declaration_waiting on terreau.declaration (cooperative_id, month, submitted_at, id) where state in ('submitted', 'question');
create index contract_unsigned on terreau.contract (cooperative_id, starts_on, id) where state in ('to_sign', 'signed');
create index contract_ending on terreau.contract (cooperative_id, ends_on, id) where state = 'active';
create index contract_expected on terreau.contract (cooperative_id, activity_id, person_id, starts_on desc, id) include (ends_on) where state = 'active';
create index tutoring_answer_not_yes on terreau.tutoring_answer (cooperative_id, answered_at, session_id) where answer <> 'yes';

-- Who should declare a month, as before; without a setting of its own the planner reads through it and
-- stops after the rows that are asked for.
create or replace function terreau.month_expected(p_cooperative uuid, p_month text)
returns table (activity_id uuid, person_id uuid, contract_id uuid)
language sql stable
as $$
  select distinct on (c.activity_id, c.person_id) c.activity_id, c.person_id, c.id
    from terreau.contract c
   where c.cooperative_id = p_cooperative and c.state = 'active'
     and c.starts_on < ((p_month || '-01')::date + interval '1 month')::date
     and (c.ends_on is null or c.ends_on >= (p_month || '-01')::date)
   order by c.activity_id, c.person_id, c.starts_on desc, c.id
$$;
