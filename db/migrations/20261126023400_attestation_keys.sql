-- Keys that a cooperative signs its certificates with: 'facts' signs the QR code (Ed25519), 'document' seals
-- the PDF with its certificate. A key that is no longer used stays: what it signed before must stay checkable.

create table terreau.attestation_key (
  cooperative_id uuid not null references terreau.cooperative (id),
  id text not null constraint attestation_key_id check (id ~ '^[A-Za-z0-9_-]{10}$'),
  purpose text not null constraint attestation_key_purpose check (purpose in ('facts', 'document')),
  -- Made here, or given by the cooperative with its own certificate.
  origin text not null constraint attestation_key_origin check (origin in ('made', 'given')),
  public_jwk jsonb not null,
  -- DER, the key's own certificate first; none for 'facts'.
  certificates bytea[] not null default '{}',
  valid_until timestamptz,
  private_sealed text not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  -- The last day it may have signed.
  retired_on date,
  retired_by text,
  -- Somebody else may have the key: it proves nothing any more and is no longer published.
  is_leaked boolean not null default false,
  primary key (cooperative_id, id),
  constraint attestation_key_certificate check ((purpose = 'document') = (cardinality(certificates) > 0)),
  constraint attestation_key_retired check ((retired_on is null) = (retired_by is null)),
  constraint attestation_key_leaked check (not is_leaked or retired_on is not null)
);
create unique index attestation_key_current on terreau.attestation_key (cooperative_id, purpose) where retired_on is null;
call terreau.protect('terreau.attestation_key', 'select, insert, update');
comment on table terreau.attestation_key is 'Signing keys of certificates; private parts sealed with a key of the cooperative.';

-- The bytes of a document are a code too: whoever has the file can ask what it is.
alter table terreau.public_code drop constraint public_code_purpose_check;
alter table terreau.public_code add constraint public_code_purpose_check
  check (purpose in ('attestation_short', 'attestation_long', 'attestation_file', 'tutoring_confirmation', 'tutoring_confirmation_mailed'));
