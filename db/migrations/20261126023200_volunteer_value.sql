-- What the time of volunteers is worth to the association that receives it (ANC 2018-06): the level of skill
-- of a relation, the method an association chose for a year, and approved minutes ready to be valued.

alter table terreau.tutoring_relation
  add column level text not null default 'simple' check (level in ('simple', 'skilled', 'expert'));
alter table terreau.tutoring_session
  add column level text not null default 'simple' check (level in ('simple', 'skilled', 'expert'));

-- The method of a structure for a year; the last version stands, the ones before stay readable.
create table terreau.valuation_choice (
  cooperative_id uuid not null references terreau.cooperative (id),
  host_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  version integer not null,
  method text not null check (method in ('smic', 'smic_by_level', 'replacement')),
  simple bigint check (simple > 0),
  skilled bigint check (skilled > 0),
  expert bigint check (expert > 0),
  employer_rate_bp bigint check (employer_rate_bp between 0 and 20000),
  reason text not null default '',
  chosen_at timestamptz not null default now(),
  chosen_by uuid not null,
  primary key (cooperative_id, host_id, year, version),
  constraint valuation_choice_host_fkey foreign key (cooperative_id, host_id)
    references terreau.host_structure (cooperative_id, id),
  -- Coefficients in thousandths, or gross cents of an hour: one for each level, or none at all.
  constraint valuation_choice_whole check (
    (method = 'smic') = (simple is null) and (simple is null) = (skilled is null) and (skilled is null) = (expert is null)
    and (method = 'replacement') = (employer_rate_bp is not null))
);
call terreau.protect('terreau.valuation_choice', 'select, insert', true);

-- Approved minutes of volunteers by structure, month and level, moved by the statement that changes a session.
create table terreau.volunteer_month (
  cooperative_id uuid not null references terreau.cooperative (id),
  host_id uuid not null,
  month text not null,
  level text not null check (level in ('simple', 'skilled', 'expert')),
  sessions bigint not null default 0,
  minutes bigint not null default 0,
  primary key (cooperative_id, host_id, month, level)
);
call terreau.protect('terreau.volunteer_month', 'select, insert, update');

create function terreau.count_volunteers() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  insert into terreau.volunteer_month as t
  select c.cooperative_id, c.host_id, c.month, c.level, sum(c.sign), sum(c.sign * c.minutes)
    from (
      select s.cooperative_id, s.host_id, to_char(s.held_on, 'YYYY-MM') as month, s.level, s.minutes, -1 as sign
        from old_rows s where s.state = 'approved' and s.kind = 'volunteer' and s.host_id is not null and s.cancelled_at is null
      union all
      select s.cooperative_id, s.host_id, to_char(s.held_on, 'YYYY-MM'), s.level, s.minutes, 1
        from new_rows s where s.state = 'approved' and s.kind = 'volunteer' and s.host_id is not null and s.cancelled_at is null) c
   group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (cooperative_id, host_id, month, level) do update set
    sessions = t.sessions + excluded.sessions, minutes = t.minutes + excluded.minutes;
  return null;
end
$$;
-- A session is approved by an update, never written as approved.
create trigger value_updated after update on terreau.tutoring_session
  referencing old table as old_rows new table as new_rows for each statement execute function terreau.count_volunteers();

insert into terreau.volunteer_month
select s.cooperative_id, s.host_id, to_char(s.held_on, 'YYYY-MM'), s.level, count(*), sum(s.minutes)
  from terreau.tutoring_session s
 where s.state = 'approved' and s.kind = 'volunteer' and s.host_id is not null and s.cancelled_at is null
 group by 1, 2, 3, 4;
