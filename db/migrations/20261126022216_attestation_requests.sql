-- Somebody asks for a certificate from the phone. It waits until one of that kind is issued for them, or until
-- it is refused for a reason of the list.
create table terreau.attestation_request (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'employment', 'associate', 'work_certificate')),
  -- How many of the last months, for an income certificate.
  months_wanted integer check (months_wanted between 1 and 12),
  state text not null default 'waiting' check (state in ('waiting', 'issued', 'refused')),
  attestation_id uuid,
  cause text check (cause in ('month_open', 'not_entitled', 'from_payroll', 'talk_first')),
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  answered_by uuid,
  primary key (cooperative_id, id),
  constraint attestation_request_months check ((kind = 'monthly_income') = (months_wanted is not null)),
  constraint attestation_request_answer check (
    (state = 'waiting' and answered_at is null and answered_by is null and attestation_id is null and cause is null)
    or (state = 'issued' and answered_at is not null and attestation_id is not null and cause is null)
    or (state = 'refused' and answered_at is not null and attestation_id is null and cause is not null)),
  constraint attestation_request_person_fkey foreign key (cooperative_id, person_id)
    references terreau.person (cooperative_id, id),
  constraint attestation_request_attestation_fkey foreign key (cooperative_id, attestation_id)
    references terreau.attestation (cooperative_id, id)
);
create unique index attestation_request_waiting on terreau.attestation_request (cooperative_id, person_id, kind)
  where state = 'waiting';
create index attestation_request_person on terreau.attestation_request (cooperative_id, person_id, asked_at desc);
call terreau.protect('terreau.attestation_request', 'select, insert, update');
