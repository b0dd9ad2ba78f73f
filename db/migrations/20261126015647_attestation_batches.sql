-- One certificate for each of many people: who was chosen, and what became of each. A job issues those that
-- wait; a crash leaves each person either issued or waiting, never twice.
create table terreau.attestation_batch (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  kind text not null check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'employment', 'associate', 'work_certificate')),
  months text[] not null default '{}',
  -- Null: each person's own language.
  locale text check (locale in ('fr', 'en')),
  sends_mails boolean not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (cooperative_id, id)
);
create index attestation_batch_created on terreau.attestation_batch (cooperative_id, created_at desc, id desc);
call terreau.protect('terreau.attestation_batch', 'select, insert', true);

create table terreau.attestation_batch_item (
  cooperative_id uuid not null references terreau.cooperative (id),
  batch_id uuid not null,
  person_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'issued', 'failed')),
  attestation_id uuid,
  -- Why it was not issued, as codes: [{"code": …, "month": …}].
  reasons jsonb not null default '[]',
  primary key (cooperative_id, batch_id, person_id),
  constraint attestation_batch_item_issued check ((state = 'issued') = (attestation_id is not null)),
  constraint attestation_batch_item_batch_fkey foreign key (cooperative_id, batch_id)
    references terreau.attestation_batch (cooperative_id, id),
  constraint attestation_batch_item_person_fkey foreign key (cooperative_id, person_id)
    references terreau.person (cooperative_id, id),
  constraint attestation_batch_item_attestation_fkey foreign key (cooperative_id, attestation_id)
    references terreau.attestation (cooperative_id, id)
);
create index attestation_batch_item_waiting on terreau.attestation_batch_item (cooperative_id, batch_id, person_id)
  where state = 'waiting';
call terreau.protect('terreau.attestation_batch_item', 'select, insert, update');
