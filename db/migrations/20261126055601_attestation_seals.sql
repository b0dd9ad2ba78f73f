-- How the file of a certificate was sealed. Null: issued before this was kept.
alter table terreau.attestation
  add column seal_level text constraint attestation_seal_level check (seal_level in ('B-B', 'B-T')),
  -- The time said by the service that stamps.
  add column stamped_at timestamptz,
  -- Why there is no stamp although a service was set.
  add column stamp_failure text constraint attestation_stamp_failure check (stamp_failure in ('no-answer', 'refused', 'wrong')),
  add constraint attestation_stamp check (
    (seal_level is not distinct from 'B-T') = (stamped_at is not null) and (stamp_failure is null or seal_level = 'B-B'));
