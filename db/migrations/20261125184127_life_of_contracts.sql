-- The life of a contract after its signature: notices, registration, hire, amendments, suspensions, the
-- share that makes an associate, the exit. `ends_on` stays the last day in force, whatever set it: the
-- term, an exit, or the law. What reads it needs to know nothing else.

alter table terreau.contract
  add column concluded_on date,
  -- C. trav. L7332-1: the trial is optional; its last day, when there is one.
  add column trial_ends_on date,
  -- C. trav. L7331-3: before and after associate are two states of one contract. Without an associate the
  -- contract ends by law on `ends_on`, and `ends_by_law` says so; becoming associate takes the end away.
  add column ends_by_law boolean not null default false,
  add column associate_on date,
  add column associate_file_id uuid,
  -- C. com. L127-4: the business registered during a CAPE.
  add column registered_on date,
  add column registered_siren text,
  add constraint contract_associate_file_fkey foreign key (cooperative_id, associate_file_id)
    references terreau.stored_file (cooperative_id, id),
  add constraint contract_associate_is_cesa check (associate_on is null or kind = 'CESA'),
  add constraint contract_associate_has_proof check (associate_file_id is null or associate_on is not null),
  add constraint contract_ends_by_law check (
    not ends_by_law or (kind = 'CESA' and associate_on is null and ends_on is not null)),
  add constraint contract_trial_is_cesa check (trial_ends_on is null or (kind = 'CESA' and trial_ends_on >= starts_on)),
  add constraint contract_registration check (
    (registered_on is null and registered_siren is null)
    or (kind = 'CAPE' and registered_on is not null and registered_siren ~ '^[0-9]{9}$'));

-- A contract is concluded when the cooperative has signed too.
update terreau.contract c set concluded_on = (s.signed_at at time zone 'Europe/Paris')::date
  from terreau.contract_signature s
 where s.cooperative_id = c.cooperative_id and s.contract_id = c.id and s.signer = 'cooperative'
   and c.state = 'active';

-- A CESA is written while the CAPE it replaces still runs; they may not both be in force on one day.
alter table terreau.contract drop constraint contract_no_overlap;
alter table terreau.contract
  add constraint contract_no_overlap exclude using gist (
    cooperative_id with =, person_id with =, activity_id with =, kind with =,
    daterange(starts_on, ends_on, '[]') with &&
  ) where (state <> 'cancelled'),
  add constraint contract_one_at_a_time exclude using gist (
    cooperative_id with =, person_id with =, activity_id with =, daterange(starts_on, ends_on, '[]') with &&
  ) where (state = 'active');

create table terreau.contract_suspension (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  contract_id uuid not null,
  reason text not null check (reason in (
    'sickness', 'work_accident', 'maternity', 'adoption', 'paternity', 'parental_leave', 'family_care',
    'unpaid_leave', 'other')),
  starts_on date not null,
  -- Null while nobody knows when it ends.
  ends_on date,
  note text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null,
  cancelled_at timestamptz,
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint contract_suspension_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id),
  constraint contract_suspension_ends_after_start check (ends_on is null or ends_on >= starts_on),
  constraint contract_suspension_no_overlap exclude using gist (
    cooperative_id with =, contract_id with =, daterange(starts_on, ends_on, '[]') with &&
  ) where (cancelled_at is null)
);
create index contract_suspension_contract on terreau.contract_suspension (cooperative_id, contract_id, starts_on);
call terreau.protect('terreau.contract_suspension', 'select, insert, update');

create table terreau.contract_amendment (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  contract_id uuid not null,
  n integer not null check (n >= 1),
  effective_on date not null,
  reason text not null check (reason <> ''),
  -- The scheme from the effective date on; null when the amendment leaves it.
  scheme_id uuid,
  -- {"fixedPartCents": {"before": …, "after": …}}: only what changes, by the name of the term.
  changes jsonb not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'to_sign', 'signed', 'active', 'cancelled')),
  concluded_on date,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint contract_amendment_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id),
  constraint contract_amendment_scheme_fkey foreign key (cooperative_id, scheme_id) references terreau.contribution_scheme (cooperative_id, id)
);
create unique index contract_amendment_number_key on terreau.contract_amendment (cooperative_id, contract_id, n);
call terreau.protect('terreau.contract_amendment', 'select, insert, update');

-- C. trav. R5142-1: who was told what, when, with the proof. What is due is derived; this is what was done.
create table terreau.contract_notice (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  event text not null check (event in ('conclusion', 'renewal', 'early_end')),
  body text not null check (body in ('urssaf', 'france_travail')),
  sent_on date not null,
  file_id uuid not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  primary key (cooperative_id, contract_id, event, body),
  constraint contract_notice_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id),
  constraint contract_notice_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
call terreau.protect('terreau.contract_notice', 'select, insert', true);

-- C. trav. R1221-4: the declaration before the hire, and the receipt that proves it.
create table terreau.contract_hire_declaration (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  declared_on date not null,
  receipt_number text not null check (receipt_number <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  primary key (cooperative_id, contract_id),
  constraint contract_hire_declaration_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id)
);
call terreau.protect('terreau.contract_hire_declaration', 'select, insert', true);

create table terreau.contract_exit (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  reason text not null check (reason in (
    'term_reached', 'early_termination_by_person', 'early_termination_by_coop', 'to_cesa', 'to_own_company',
    'to_employment', 'abandonment', 'moved_away', 'right_to_work_lost',
    'resignation', 'dismissal', 'mutual_termination', 'associate_deadline_missed', 'end_of_trial', 'death',
    'retirement')),
  note text not null default '',
  effective_on date not null,
  -- The last day that the contract had before the exit; null for one without an end.
  term_on date,
  confirmed_at timestamptz not null default now(),
  -- Null when the signature of the next contract did it.
  confirmed_by uuid,
  primary key (cooperative_id, contract_id),
  constraint contract_exit_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id)
);
create index contract_exit_effective on terreau.contract_exit (cooperative_id, effective_on desc, contract_id);
call terreau.protect('terreau.contract_exit', 'select, insert', true);

-- What no state can prove is ticked, by whom and when; a paper made elsewhere is kept as a file.
create table terreau.contract_exit_step (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  step text not null check (step ~ '^[a-z_]{3,40}$'),
  file_id uuid,
  note text not null default '',
  done_at timestamptz not null default now(),
  done_by uuid not null,
  primary key (cooperative_id, contract_id, step),
  constraint contract_exit_step_exit_fkey foreign key (cooperative_id, contract_id) references terreau.contract_exit (cooperative_id, contract_id),
  constraint contract_exit_step_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
call terreau.protect('terreau.contract_exit_step', 'select, insert', true);
