-- A statement of the activity account over closed months is a certificate like the others: numbered, verified.
alter table terreau.attestation
  drop constraint attestation_kind_check,
  add constraint attestation_kind_check check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'employment', 'associate', 'work_certificate',
    'settlement_receipt', 'account_statement', 'tutoring_hours'));
