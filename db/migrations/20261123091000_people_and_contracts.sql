-- People, their activities and their contracts. Activities stand apart from people: one person may
-- have several, several people may share one (C. trav. R7331-6, R7331-7).

create table terreau.person (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  reference text not null,
  civility text not null default '' check (civility in ('', 'Mme', 'M.')),
  family_name text not null check (family_name <> ''),
  given_name text not null check (given_name <> ''),
  search_name text not null,
  born_on date,
  email text not null default '',
  phone text not null default '',
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  address text not null default '',
  adviser_user_id uuid references terreau.app_user (id),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  version integer not null default 1,
  primary key (cooperative_id, id)
);
create unique index person_reference_key on terreau.person (cooperative_id, reference) where archived_at is null;
create index person_search_name on terreau.person (cooperative_id, search_name text_pattern_ops);
create index person_order on terreau.person (cooperative_id, family_name, given_name, id);
call terreau.protect('terreau.person', 'select, insert, update');

alter table terreau.membership
  add constraint membership_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id);

create table terreau.activity (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  name text not null check (name <> ''),
  vat_rate_bp integer not null check (vat_rate_bp between 0 and 10000),
  fiscal_horsepower integer check (fiscal_horsepower between 1 and 50),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  version integer not null default 1,
  primary key (cooperative_id, id)
);
call terreau.protect('terreau.activity', 'select, insert, update');

create table terreau.activity_member (
  cooperative_id uuid not null references terreau.cooperative (id),
  activity_id uuid not null,
  person_id uuid not null,
  share_permille integer not null default 1000 check (share_permille between 1 and 1000),
  primary key (cooperative_id, activity_id, person_id),
  constraint activity_member_activity_fkey foreign key (cooperative_id, activity_id) references terreau.activity (cooperative_id, id),
  constraint activity_member_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
create index activity_member_person on terreau.activity_member (cooperative_id, person_id);
call terreau.protect('terreau.activity_member', 'select, insert, update');

-- What a person brings from before the first month kept here: year-to-date bases that scales need.
create table terreau.carried_figure (
  cooperative_id uuid not null references terreau.cooperative (id),
  activity_id uuid not null,
  person_id uuid not null,
  year integer not null,
  contribution_base_cents bigint not null default 0,
  km integer not null default 0,
  source text not null,
  primary key (cooperative_id, activity_id, person_id, year),
  constraint carried_figure_member_fkey foreign key (cooperative_id, activity_id, person_id)
    references terreau.activity_member (cooperative_id, activity_id, person_id)
);
call terreau.protect('terreau.carried_figure', 'select, insert, delete');

create table terreau.contribution_scheme (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  code text not null,
  decided_on date not null,
  decision_reference text not null default '',
  base text not null check (base in ('revenue', 'gross_margin', 'collected')),
  period text not null check (period in ('month', 'year')),
  monthly_floor_cents bigint not null check (monthly_floor_cents >= 0),
  fixed_monthly_cents bigint not null check (fixed_monthly_cents >= 0),
  exempt_months integer not null check (exempt_months between 0 and 60),
  primary key (cooperative_id, id)
);
create unique index contribution_scheme_code_key on terreau.contribution_scheme (cooperative_id, code);
call terreau.protect('terreau.contribution_scheme', 'select, insert', true);

create table terreau.contribution_tier (
  cooperative_id uuid not null references terreau.cooperative (id),
  scheme_id uuid not null,
  position integer not null,
  up_to_cents bigint,
  rate_bp integer not null check (rate_bp between 0 and 10000),
  primary key (cooperative_id, scheme_id, position),
  constraint contribution_tier_scheme_fkey foreign key (cooperative_id, scheme_id)
    references terreau.contribution_scheme (cooperative_id, id)
);
call terreau.protect('terreau.contribution_tier', 'select, insert', true);
comment on table terreau.contribution_scheme is 'As the general assembly decided it (C. trav. R7331-8): a new decision is a new scheme.';

create table terreau.contract (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  kind text not null check (kind in ('CAPE', 'CESA')),
  number text not null,
  person_id uuid not null,
  activity_id uuid not null,
  scheme_id uuid not null,
  sequence integer not null default 0,
  renews_contract_id uuid,
  starts_on date not null,
  ends_on date,
  gap_reason text,
  state text not null check (state in ('draft', 'to_sign', 'signed', 'active', 'cancelled')),
  terms jsonb not null default '{}',
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint contract_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint contract_activity_fkey foreign key (cooperative_id, activity_id) references terreau.activity (cooperative_id, id),
  constraint contract_scheme_fkey foreign key (cooperative_id, scheme_id) references terreau.contribution_scheme (cooperative_id, id),
  constraint contract_renews_fkey foreign key (cooperative_id, renews_contract_id) references terreau.contract (cooperative_id, id),
  constraint contract_ends_after_start check (ends_on is null or ends_on >= starts_on),
  -- C. com. L127-2: at most 12 months, at most two renewals.
  constraint cape_twelve_months check (kind <> 'CAPE' or (ends_on is not null and ends_on < starts_on + interval '12 months')),
  constraint cape_two_renewals check (kind <> 'CAPE' or sequence between 0 and 2),
  constraint contract_no_overlap exclude using gist (
    cooperative_id with =, person_id with =, activity_id with =, daterange(starts_on, ends_on, '[]') with &&
  ) where (state <> 'cancelled')
);
create unique index contract_number_key on terreau.contract (cooperative_id, number);
create index contract_person on terreau.contract (cooperative_id, person_id);
call terreau.protect('terreau.contract', 'select, insert, update');

create table terreau.contract_document (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  stage text not null check (stage in ('to_sign', 'signed')),
  file_id uuid not null,
  sha256 bytea not null,
  created_at timestamptz not null default now(),
  primary key (cooperative_id, contract_id, stage),
  constraint contract_document_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id),
  constraint contract_document_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
call terreau.protect('terreau.contract_document', 'select, insert', true);

create table terreau.signing_code (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  id uuid not null,
  code_hash bytea not null,
  document_sha256 bytea not null,
  tries integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (cooperative_id, contract_id, id),
  constraint signing_code_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id)
);
call terreau.protect('terreau.signing_code', 'select, insert, update');

create table terreau.contract_signature (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  signer text not null check (signer in ('person', 'cooperative')),
  user_id uuid not null references terreau.app_user (id),
  typed_name text not null check (typed_name <> ''),
  method text not null check (method in ('emailed_code', 'countersignature')),
  document_sha256 bytea not null,
  signed_at timestamptz not null default now(),
  request_id text not null,
  primary key (cooperative_id, contract_id, signer),
  constraint contract_signature_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id)
);
call terreau.protect('terreau.contract_signature', 'select, insert', true);
