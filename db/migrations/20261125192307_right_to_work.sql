-- The right to work: papers, what moved their end, what was asked of the administration, what a person
-- decided. Numbers are sealed field by field with a key of the cooperative, wrapped by the installation's.

create table terreau.data_key (
  cooperative_id uuid not null references terreau.cooperative (id),
  id text not null constraint data_key_id check (id ~ '^d[0-9]{1,6}$'),
  wrapped text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (cooperative_id, id)
);
create unique index data_key_current on terreau.data_key (cooperative_id) where retired_at is null;
call terreau.protect('terreau.data_key', 'select, insert, update');
comment on table terreau.data_key is 'Keys of sealed fields, each wrapped by the key of the installation, which is not here.';

create table terreau.permit (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null constraint permit_kind_is_a_name check (kind ~ '^[a-z][a-z_]{1,39}$'),
  number_sealed text,
  valid_from date,
  valid_until date,
  original_seen_on date,
  original_seen_by uuid references terreau.app_user (id),
  document_id uuid,
  authorised_from date,
  authorised_until date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references terreau.app_user (id),
  -- A new paper takes the place of the old one, which stays.
  replaced_at timestamptz,
  primary key (cooperative_id, id),
  constraint permit_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint permit_document_fkey foreign key (cooperative_id, document_id) references terreau.document (cooperative_id, id),
  constraint permit_dates check (valid_from is null or valid_until is null or valid_from <= valid_until),
  constraint permit_original_has_both check ((original_seen_on is null) = (original_seen_by is null)),
  constraint permit_authorisation check (authorised_until is null or authorised_from <= authorised_until)
);
create unique index permit_current on terreau.permit (cooperative_id, person_id) where replaced_at is null;
create index permit_end on terreau.permit (cooperative_id, valid_until) where replaced_at is null;
call terreau.protect('terreau.permit', 'select, insert, update');

create table terreau.permit_prolongation (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  permit_id uuid not null,
  kind text not null constraint permit_prolongation_kind
    check (kind in ('three_months', 'renewal_receipt', 'extension_certificate')),
  until date not null,
  document_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, id),
  constraint permit_prolongation_permit_fkey foreign key (cooperative_id, permit_id) references terreau.permit (cooperative_id, id),
  constraint permit_prolongation_document_fkey foreign key (cooperative_id, document_id) references terreau.document (cooperative_id, id)
);
create index permit_prolongation_permit on terreau.permit_prolongation (cooperative_id, permit_id, until desc);
call terreau.protect('terreau.permit_prolongation', 'select, insert', true);

-- What was done with the administration before a hire, with its proof (R5221-41 to -43, R5221-27).
create table terreau.hire_check (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null constraint hire_check_kind check (kind in ('prefecture', 'job_seeker', 'student')),
  -- The day the request, the declaration or the proof bears.
  done_on date not null,
  department text not null default '',
  answer text constraint hire_check_answer check (answer in ('authentic', 'refused', 'no_answer')),
  answered_on date,
  document_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, id),
  constraint hire_check_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint hire_check_document_fkey foreign key (cooperative_id, document_id) references terreau.document (cooperative_id, id),
  constraint hire_check_answer_has_day check ((answer is null) = (answered_on is null)),
  constraint hire_check_only_prefecture_answers check (answer is null or kind = 'prefecture')
);
create index hire_check_person on terreau.hire_check (cooperative_id, person_id, done_on desc);
call terreau.protect('terreau.hire_check', 'select, insert, update');

create table terreau.work_decision (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  contract_kind text not null constraint work_decision_contract check (contract_kind in ('CAPE', 'CESA')),
  verdict text not null constraint work_decision_verdict check (verdict in ('yes', 'no', 'check')),
  decision text not null constraint work_decision_decision check (decision in ('may_work', 'may_not_work')),
  reason text not null constraint work_decision_has_a_reason check (reason <> ''),
  -- The last day of the paper when it was decided: a decision does not outlive the paper it read.
  paper_until date,
  permit_id uuid,
  decided_at timestamptz not null default now(),
  decided_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, id),
  constraint work_decision_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint work_decision_permit_fkey foreign key (cooperative_id, permit_id) references terreau.permit (cooperative_id, id)
);
create index work_decision_person on terreau.work_decision (cooperative_id, person_id, decided_at desc);
call terreau.protect('terreau.work_decision', 'select, insert', true);

-- The one table that holds a NIR or an IBAN. The index only tells whether this cooperative knows a number.
create table terreau.sealed_number (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null constraint sealed_number_kind check (kind in ('nir', 'iban')),
  value_sealed text not null,
  blind_index text not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, id),
  constraint sealed_number_one_each unique (cooperative_id, person_id, kind),
  constraint sealed_number_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
create index sealed_number_known on terreau.sealed_number (cooperative_id, kind, blind_index);
call terreau.protect('terreau.sealed_number', 'select, insert, update');
