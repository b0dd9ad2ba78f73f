-- A tutor who reads English gets the French text with its copy: an English paper alone would name a French
-- text that counts and that nobody can find.
alter table terreau.attestation
  drop constraint attestation_copy,
  add constraint attestation_copy check (
    copy_locale is null or (copy_locale = 'en' and locale = 'fr'
      and kind in ('monthly_income', 'cape_entry', 'attendance', 'tutoring_hours')));
