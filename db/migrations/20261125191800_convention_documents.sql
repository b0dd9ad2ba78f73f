-- The convention as it was sent: the bytes that everybody is shown, and what they state.
create table terreau.activity_convention_document (
  cooperative_id uuid not null references terreau.cooperative (id),
  convention_id uuid not null,
  file_id uuid not null,
  facts jsonb not null,
  created_at timestamptz not null default now(),
  primary key (cooperative_id, convention_id, file_id),
  constraint activity_convention_document_convention_fkey foreign key (cooperative_id, convention_id)
    references terreau.activity_convention (cooperative_id, id),
  constraint activity_convention_document_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
call terreau.protect('terreau.activity_convention_document', 'select, insert', true);
