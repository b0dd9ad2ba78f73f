-- Operations that a funder pays for, as the cooperative keeps them, and the signed paper of a month on one of them.
-- A row is a wording of an operation: the last version stands, the ones before stay readable.
create table terreau.funded_operation (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  version integer not null constraint funded_operation_version check (version > 0),
  name text not null constraint funded_operation_name check (name <> ''),
  funder text not null constraint funded_operation_funder check (funder <> ''),
  reference text not null constraint funded_operation_reference check (reference <> ''),
  starts_on date not null,
  ends_on date not null,
  is_closed boolean not null default false,
  written_at timestamptz not null default now(),
  written_by uuid not null,
  constraint funded_operation_pkey primary key (cooperative_id, id, version),
  constraint funded_operation_dates check (starts_on <= ends_on)
);
call terreau.protect('terreau.funded_operation', 'select, insert', true);
comment on table terreau.funded_operation is 'Wordings of the operations of funders; the last one of each stands.';

-- The scan is a signed paper of the person, kept and erased as every other.
create table terreau.time_sheet_paper (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  month text not null constraint time_sheet_paper_month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  operation_id uuid not null,
  operation_version integer not null,
  document_id uuid not null,
  signed_on date not null,
  fingerprint text not null constraint time_sheet_paper_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null default now(),
  received_by uuid not null,
  constraint time_sheet_paper_pkey primary key (cooperative_id, id),
  constraint time_sheet_paper_person_fkey foreign key (cooperative_id, person_id)
    references terreau.person (cooperative_id, id),
  constraint time_sheet_paper_operation_fkey foreign key (cooperative_id, operation_id, operation_version)
    references terreau.funded_operation (cooperative_id, id, version),
  constraint time_sheet_paper_document_fkey foreign key (cooperative_id, document_id)
    references terreau.document (cooperative_id, id)
);
call terreau.protect('terreau.time_sheet_paper', 'select, insert', true);
create index time_sheet_paper_sheet on terreau.time_sheet_paper (cooperative_id, person_id, month, operation_id, received_at);
create index time_sheet_paper_operation on terreau.time_sheet_paper (cooperative_id, operation_id, operation_version);
create index time_sheet_paper_document on terreau.time_sheet_paper (cooperative_id, document_id);
comment on table terreau.time_sheet_paper is 'Signed papers of time-sheets that came back, with a fingerprint of what was printed; the last one stands.';
