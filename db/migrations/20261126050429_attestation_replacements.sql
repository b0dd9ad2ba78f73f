-- A certificate that a new one takes the place of. Both keep their number and their bytes.
create table terreau.attestation_replacement (
  cooperative_id uuid not null references terreau.cooperative (id),
  -- The one that is no longer valid.
  attestation_id uuid not null,
  replaced_by_id uuid not null,
  reason text not null constraint attestation_replacement_says_why check (reason <> ''),
  replaced_at timestamptz not null default now(),
  replaced_by uuid not null,
  constraint attestation_replacement_pkey primary key (cooperative_id, attestation_id),
  constraint attestation_replacement_one_for_one unique (cooperative_id, replaced_by_id),
  constraint attestation_replacement_two check (attestation_id <> replaced_by_id),
  constraint attestation_replacement_old_fkey foreign key (cooperative_id, attestation_id)
    references terreau.attestation (cooperative_id, id),
  constraint attestation_replacement_new_fkey foreign key (cooperative_id, replaced_by_id)
    references terreau.attestation (cooperative_id, id)
);
call terreau.protect('terreau.attestation_replacement', 'select, insert', true);
comment on table terreau.attestation_replacement is 'Which certificate replaces which, why, and who decided it.';

-- Certificates that are no longer valid, by a revocation or by another one.
create view terreau.attestation_ended with (security_invoker = true) as
  select r.cooperative_id, r.attestation_id from terreau.attestation_revocation r
  union select p.cooperative_id, p.attestation_id from terreau.attestation_replacement p;
grant select on terreau.attestation_ended to terreau_app;

-- The words of a replacement go with those of the certificate. The map of before is kept under a name of its own.
alter function terreau.personal_fields() rename to personal_fields_before_replacements;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_replacements()
  union all values
  ('attestation', 4, 'attestation_replacement', $$t.attestation_id in (select a.id from terreau.attestation a
      where a.cooperative_id = $1 and a.person_id = any($2))$$, $${"reason": "'…'"}$$::jsonb)
$fields$;
