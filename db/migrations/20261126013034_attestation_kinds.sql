-- Certificates about an employment, and the contract that a certificate speaks of: the checklist of an exit
-- reads it to know which papers were issued.
alter table terreau.attestation
  drop constraint attestation_kind_check,
  add constraint attestation_kind_check check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'employment', 'associate', 'work_certificate',
    'settlement_receipt', 'tutoring_hours')),
  add column contract_id uuid,
  add constraint attestation_contract_fkey foreign key (cooperative_id, contract_id)
    references terreau.contract (cooperative_id, id);
create index attestation_contract on terreau.attestation (cooperative_id, contract_id, kind) where contract_id is not null;
