-- Badges for tutors (Open Badges 3.0): the signed credential as it was issued, and the act that takes it back.
-- One badge is one threshold reached by one person; after a revocation the same threshold may be issued again.
create table terreau.tutor_badge (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  threshold_minutes integer not null constraint tutor_badge_threshold check (threshold_minutes > 0),
  n integer not null constraint tutor_badge_n check (n > 0),
  -- Approved minutes of volunteering on the day of issue, between which days, with how many people.
  approved_minutes integer not null,
  first_on date not null,
  last_on date not null,
  people_helped integer not null,
  -- Its place in the status list, drawn at random so that neighbours say nothing of each other.
  status_index integer not null constraint tutor_badge_status_index check (status_index between 0 and 131071),
  code text not null,
  key_id text not null,
  -- Compact JWS; empty once the person was erased.
  credential text not null,
  issued_at timestamptz not null default now(),
  issued_by uuid not null,
  constraint tutor_badge_pkey primary key (cooperative_id, id),
  constraint tutor_badge_once unique (cooperative_id, person_id, threshold_minutes, n),
  constraint tutor_badge_status_key unique (cooperative_id, status_index),
  constraint tutor_badge_enough check (approved_minutes >= threshold_minutes and last_on >= first_on),
  constraint tutor_badge_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint tutor_badge_key_fkey foreign key (cooperative_id, key_id) references terreau.attestation_key (cooperative_id, id)
);
call terreau.protect('terreau.tutor_badge', 'select, insert', true);
comment on table terreau.tutor_badge is 'Badges of tutors, as signed on the day of issue.';

create table terreau.tutor_badge_revocation (
  cooperative_id uuid not null references terreau.cooperative (id),
  badge_id uuid not null,
  reason text not null constraint tutor_badge_revocation_reason check (reason <> ''),
  revoked_at timestamptz not null default now(),
  revoked_by uuid not null,
  constraint tutor_badge_revocation_pkey primary key (cooperative_id, badge_id),
  constraint tutor_badge_revocation_badge_fkey foreign key (cooperative_id, badge_id)
    references terreau.tutor_badge (cooperative_id, id)
);
call terreau.protect('terreau.tutor_badge_revocation', 'select, insert', true);
comment on table terreau.tutor_badge_revocation is 'A badge taken back for good: seen in the status list and on its page from then on.';

alter table terreau.public_code drop constraint public_code_purpose_check;
alter table terreau.public_code add constraint public_code_purpose_check
  check (purpose in ('attestation_short', 'attestation_long', 'attestation_file', 'tutoring_confirmation',
    'tutoring_confirmation_mailed', 'tutor_badge'));

-- Erased with the certificates: the name is inside what was signed. Threshold, days and place in the list stay.
alter function terreau.personal_fields() rename to personal_fields_before_badges;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_badges()
  union all values
  ('attestation', 6, 'tutor_badge', $$t.person_id = any($2) and t.credential <> ''$$, $${"credential": "''"}$$::jsonb),
  ('attestation', 7, 'tutor_badge_revocation', $$t.badge_id in (select b.id from terreau.tutor_badge b
      where b.cooperative_id = $1 and b.person_id = any($2))$$, $${"reason": "'…'"}$$)
$fields$;
