-- Attendance at meetings and interviews becomes a certificate, where the cooperative has opened it; and a
-- certificate can hold a second language beside its French text, which stays the one that counts.
alter table terreau.attestation
  drop constraint attestation_kind_check,
  add constraint attestation_kind_check check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'attendance', 'employment', 'associate', 'work_certificate',
    'settlement_receipt', 'account_statement', 'tutoring_hours')),
  add column copy_locale text constraint attestation_copy check (
    copy_locale is null or (copy_locale = 'en' and locale = 'fr' and kind in ('monthly_income', 'cape_entry', 'attendance')));
alter table terreau.attestation_batch
  drop constraint attestation_batch_kind_check,
  add constraint attestation_batch_kind_check check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'attendance', 'employment', 'associate', 'work_certificate'));
alter table terreau.attestation_request
  drop constraint attestation_request_kind_check,
  add constraint attestation_request_kind_check check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'attendance', 'employment', 'associate', 'work_certificate')),
  drop constraint attestation_request_months,
  add constraint attestation_request_months check ((kind in ('monthly_income', 'attendance')) = (months_wanted is not null));
alter table terreau.attestation_template
  drop constraint attestation_template_kind,
  add constraint attestation_template_kind check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'attendance', 'employment', 'associate', 'tutoring_hours'));
