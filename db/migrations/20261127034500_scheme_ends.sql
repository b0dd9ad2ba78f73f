-- A decision may say until when it holds. Without a next one there is no rate afterwards (R7331-8): the months
-- after it wait until the assembly has decided.
alter table terreau.contribution_scheme add column applies_until text
  constraint contribution_scheme_applies_until check (applies_until ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and applies_until >= applies_from);
comment on column terreau.contribution_scheme.applies_until is 'Its last month; null: until a decision that replaces it.';
