-- That a certificate was checked: when, through which code, with what answer. Nothing of who checked it.
create table terreau.attestation_check (
  cooperative_id uuid not null references terreau.cooperative (id),
  attestation_id uuid not null,
  -- Cut to its minute: finer, it could be set beside the logs of a network.
  checked_at timestamptz not null constraint attestation_check_minute check (date_trunc('minute', checked_at) = checked_at),
  door text not null constraint attestation_check_door check (door in ('long', 'short', 'file')),
  result text not null constraint attestation_check_result check (result in ('genuine', 'replaced', 'revoked', 'altered')),
  times integer not null default 1 constraint attestation_check_counts check (times > 0),
  constraint attestation_check_pkey primary key (cooperative_id, attestation_id, checked_at, door, result),
  constraint attestation_check_attestation_fkey foreign key (cooperative_id, attestation_id)
    references terreau.attestation (cooperative_id, id)
);
create index attestation_check_old on terreau.attestation_check (cooperative_id, checked_at);
call terreau.protect('terreau.attestation_check', 'select, insert, update');
comment on table terreau.attestation_check is 'Checks of certificates by visitors, counted by the minute, without anything of the visitor.';

-- Kept as long as other looks; gone with the certificate. The map of before is kept under a name of its own.
alter function terreau.personal_fields() rename to personal_fields_before_checks;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_checks()
  union all values
  ('attestation', 5, 'attestation_check', $$t.attestation_id in (select a.id from terreau.attestation a
      where a.cooperative_id = $1 and a.person_id = any($2))$$, null::jsonb),
  ('check', 1, 'attestation_check', $$t.checked_at < $5 and t.attestation_id not in (select a.id from terreau.attestation a
      where a.cooperative_id = $1 and a.person_id in (select terreau.held_people()))$$, null)
$fields$;
