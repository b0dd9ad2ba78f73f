-- The analytic account of the shared services of a financial year, given to the entrepreneurs at its end
-- (C. trav. R7331-9). What the ledger knows is read from it; what it cannot know is entered as lines. A version
-- that was given is never changed: what is corrected afterwards is the next version, with its reason.
create table terreau.shared_services_account (
  cooperative_id uuid not null references terreau.cooperative (id),
  first_month text not null constraint shared_services_account_first_month check (first_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  version integer not null constraint shared_services_account_version check (version > 0),
  reason text not null default '',
  begun_at timestamptz not null default now(),
  begun_by uuid not null references terreau.app_user (id),
  constraint shared_services_account_pkey primary key (cooperative_id, first_month, version),
  constraint shared_services_account_reason check ((version = 1) = (reason = ''))
);
call terreau.protect('terreau.shared_services_account', 'select, insert, delete');
comment on table terreau.shared_services_account is 'Versions of the account of the shared services of a financial year, named by its first month; the reason of each after the first.';

create table terreau.shared_services_line (
  cooperative_id uuid not null references terreau.cooperative (id),
  first_month text not null,
  version integer not null,
  id uuid not null,
  revision integer not null default 1 constraint shared_services_line_revision check (revision > 0),
  nature text not null constraint shared_services_line_nature check (nature in (
    'team_pay', 'premises', 'accountancy', 'insurance', 'training', 'software', 'accident_cover', 'other_charge',
    'subsidy', 'contributions_before', 'other_resource')),
  label text not null default '',
  amount_cents bigint not null constraint shared_services_line_amount check (amount_cents > 0),
  source text not null constraint shared_services_line_source check (source <> ''),
  entered_at timestamptz not null default now(),
  entered_by uuid not null references terreau.app_user (id),
  constraint shared_services_line_pkey primary key (cooperative_id, first_month, version, id),
  constraint shared_services_line_account_fkey foreign key (cooperative_id, first_month, version)
    references terreau.shared_services_account (cooperative_id, first_month, version)
);
call terreau.protect('terreau.shared_services_line', 'select, insert, update, delete');
comment on table terreau.shared_services_line is 'Charges and resources of the shared services that the ledger of activities does not know. Euro cents.';

create table terreau.shared_services_given (
  cooperative_id uuid not null references terreau.cooperative (id),
  first_month text not null,
  version integer not null,
  last_month text not null constraint shared_services_given_last_month
    check (last_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and last_month >= first_month),
  assembly_on date,
  given_at timestamptz not null default now(),
  given_by uuid not null references terreau.app_user (id),
  constraint shared_services_given_pkey primary key (cooperative_id, first_month, version),
  constraint shared_services_given_account_fkey foreign key (cooperative_id, first_month, version)
    references terreau.shared_services_account (cooperative_id, first_month, version)
);
call terreau.protect('terreau.shared_services_given', 'select, insert', true);
comment on table terreau.shared_services_given is 'When and by whom a version was given to the entrepreneurs, with the financial year it covers.';

create table terreau.shared_services_month (
  cooperative_id uuid not null references terreau.cooperative (id),
  first_month text not null,
  version integer not null,
  month text not null,
  closing_version integer not null,
  contribution_cents bigint not null,
  accident_cover_cents bigint not null,
  constraint shared_services_month_pkey primary key (cooperative_id, first_month, version, month),
  constraint shared_services_month_given_fkey foreign key (cooperative_id, first_month, version)
    references terreau.shared_services_given (cooperative_id, first_month, version),
  constraint shared_services_month_closing_fkey foreign key (cooperative_id, month, closing_version)
    references terreau.closing (cooperative_id, month, version)
);
create index shared_services_month_closing on terreau.shared_services_month (cooperative_id, month, closing_version);
call terreau.protect('terreau.shared_services_month', 'select, insert', true);
comment on table terreau.shared_services_month is 'What the closings of a financial year say of contributions and accident cover, as it was given.';

create table terreau.shared_services_document (
  cooperative_id uuid not null references terreau.cooperative (id),
  first_month text not null,
  version integer not null,
  locale text not null constraint shared_services_document_locale check (locale in ('fr', 'en')),
  file_id uuid not null,
  constraint shared_services_document_pkey primary key (cooperative_id, first_month, version, locale),
  constraint shared_services_document_given_fkey foreign key (cooperative_id, first_month, version)
    references terreau.shared_services_given (cooperative_id, first_month, version),
  constraint shared_services_document_file_fkey foreign key (cooperative_id, file_id)
    references terreau.stored_file (cooperative_id, id)
);
create index shared_services_document_file on terreau.shared_services_document (cooperative_id, file_id);
call terreau.protect('terreau.shared_services_document', 'select, insert', true);
comment on table terreau.shared_services_document is 'The account that was given, as PDF, in each language.';

-- A line joins, changes or leaves only a version that nobody has read yet.
create function terreau.guard_given_shared_services() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  if exists (select 1 from terreau.shared_services_given g
      where (g.cooperative_id, g.first_month, g.version) in (
        (new.cooperative_id, new.first_month, new.version), (old.cooperative_id, old.first_month, old.version))) then
    raise exception 'this account of shared services was given'
      using errcode = 'check_violation', constraint = 'shared_services_not_given';
  end if;
  return coalesce(new, old);
end
$$;
create trigger not_given before insert or update or delete on terreau.shared_services_line
  for each row execute function terreau.guard_given_shared_services();
