-- How a certificate reached its person: a mail that left by itself, a link that staff handed over from their own
-- phone, a paper given by hand. It says a channel, a time and who did it, never a word.
create table terreau.attestation_delivery (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  attestation_id uuid not null,
  channel text not null check (channel in ('email', 'copy', 'sms', 'whatsapp', 'paper')),
  delivered_at timestamptz not null,
  -- Null when the mail left with the certificate.
  delivered_by uuid references terreau.app_user (id),
  primary key (cooperative_id, id),
  constraint attestation_delivery_attestation_fkey foreign key (cooperative_id, attestation_id)
    references terreau.attestation (cooperative_id, id),
  constraint attestation_delivery_by_somebody check ((channel = 'email') = (delivered_by is null))
);
create index attestation_delivery_attestation on terreau.attestation_delivery (cooperative_id, attestation_id, delivered_at);
call terreau.protect('terreau.attestation_delivery', 'select, insert', true);
comment on table terreau.attestation_delivery is 'How each certificate reached its person: by mail, by a link handed over, on paper.';
