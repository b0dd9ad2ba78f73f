-- Individual interviews of support (C. trav. R7331-3): planned, held, their report signed by both.
create table terreau.support_interview (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  number text not null,
  person_id uuid not null,
  planned_on date,
  planned_time text not null default '' check (planned_time ~ '^([0-2][0-9]:[0-5][0-9])?$'),
  held_on date,
  conductor_id uuid not null references terreau.app_user (id),
  way text not null check (way in ('place', 'phone', 'video')),
  place text not null default '',
  report jsonb not null,
  state text not null check (state in ('planned', 'held', 'to_sign', 'signed', 'cancelled')),
  -- The day the person signed; the interview counts once both have.
  signed_on date,
  reminded_on date,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint support_interview_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint support_interview_has_day check (planned_on is not null or held_on is not null),
  constraint support_interview_held check (state in ('planned', 'cancelled') or held_on is not null),
  constraint support_interview_signed check (state <> 'signed' or signed_on is not null),
  constraint support_interview_unsigned check (signed_on is null or state in ('to_sign', 'signed')),
  constraint support_interview_signed_after check (signed_on is null or signed_on >= held_on)
);
create unique index support_interview_number_key on terreau.support_interview (cooperative_id, number);
create index support_interview_person on terreau.support_interview (cooperative_id, person_id);
create index support_interview_conductor on terreau.support_interview (conductor_id);
-- What waits: the planned ones by their day, the held ones by theirs.
create index support_interview_waiting on terreau.support_interview
  (cooperative_id, (coalesce(held_on, planned_on)), id) where state in ('planned', 'held');
call terreau.protect('terreau.support_interview', 'select, insert, update');
