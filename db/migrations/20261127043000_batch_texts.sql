-- A batch says the same to everybody: it keeps the versions of the free paragraphs that were published when it was
-- started, by language. Null in batches from before: each group took those of its time.
alter table terreau.attestation_batch add column text_versions jsonb;
comment on column terreau.attestation_batch.text_versions is 'Versions of the free paragraphs by language: {"fr": 3}.';
