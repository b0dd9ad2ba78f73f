-- Free paragraphs that the cooperative adds to a kind of certificate, in one language. A version is never
-- changed: what was issued names the one it used. An empty text takes the paragraphs out.
create table terreau.attestation_template (
  cooperative_id uuid not null references terreau.cooperative (id),
  -- The work certificate and the settlement receipt hold exclusively what the law lists (C. trav. D1234-6, L1234-20).
  kind text not null constraint attestation_template_kind check (kind in (
    'monthly_income', 'cape_entry', 'cape_period', 'employment', 'associate', 'tutoring_hours')),
  locale text not null constraint attestation_template_locale check (locale in ('fr', 'en')),
  version integer not null constraint attestation_template_counts check (version > 0),
  body text not null constraint attestation_template_length check (char_length(body) <= 1500),
  published_at timestamptz not null default now(),
  published_by uuid not null references terreau.app_user (id),
  constraint attestation_template_pkey primary key (cooperative_id, kind, locale, version)
);
call terreau.protect('terreau.attestation_template', 'select, insert', true);
comment on table terreau.attestation_template is 'Versions of the free paragraphs of certificates, by kind and language.';
