-- The monthly declaration: what a person earned and spent, line by line, as it was declared.

create table terreau.exchange_rate (
  cooperative_id uuid not null references terreau.cooperative (id),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  units_per_euro numeric not null check (units_per_euro > 0),
  source text not null check (source <> ''),
  entered_at timestamptz not null default now(),
  primary key (cooperative_id, month, currency)
);
call terreau.protect('terreau.exchange_rate', 'select, insert, update');

create table terreau.declaration (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  contract_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  concerns_month text not null check (concerns_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  sequence integer not null default 0,
  state text not null check (state in ('draft', 'submitted', 'question', 'accepted')),
  number text,
  draft jsonb not null default '{}',
  channel text not null default 'phone' check (channel in ('phone', 'staff', 'import')),
  declared_by uuid not null,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint declaration_member_fkey foreign key (cooperative_id, activity_id, person_id)
    references terreau.activity_member (cooperative_id, activity_id, person_id),
  constraint declaration_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id),
  constraint declaration_adjusts_the_past check (concerns_month <= month),
  constraint declaration_sent_has_number check (state = 'draft' or (number is not null and submitted_at is not null))
);
create unique index declaration_month_key on terreau.declaration (cooperative_id, activity_id, person_id, concerns_month, sequence);
create unique index declaration_number_key on terreau.declaration (cooperative_id, number);
create index declaration_queue on terreau.declaration (cooperative_id, month, state);
call terreau.protect('terreau.declaration', 'select, insert, update, delete');
create trigger open_month before insert or update or delete on terreau.declaration
  for each row execute function terreau.guard_open_month();
comment on column terreau.declaration.month is 'The month in whose books it counts; concerns_month is the month it speaks of (a late one is an adjustment).';

create table terreau.sale_line (
  cooperative_id uuid not null references terreau.cooperative (id),
  declaration_id uuid not null,
  id uuid not null,
  position integer not null,
  sold_on date not null,
  customer text not null,
  customer_country text not null default 'FR' check (customer_country ~ '^[A-Z]{2}$'),
  customer_kind text not null check (customer_kind in ('business', 'person')),
  amount_minor bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  units_per_euro numeric not null check (units_per_euro > 0),
  rate_source text not null,
  amount_kind text not null check (amount_kind in ('gross', 'net')),
  vat_rate_bp integer not null check (vat_rate_bp between 0 and 10000),
  euro_cents bigint not null,
  net_cents bigint not null,
  vat_cents bigint not null,
  payment_means text not null,
  money_place text not null default 'cooperative' check (money_place in ('cooperative', 'at_hand')),
  primary key (cooperative_id, declaration_id, id),
  constraint sale_line_declaration_fkey foreign key (cooperative_id, declaration_id) references terreau.declaration (cooperative_id, id)
);
call terreau.protect('terreau.sale_line', 'select, insert, update, delete');

create table terreau.expense_line (
  cooperative_id uuid not null references terreau.cooperative (id),
  declaration_id uuid not null,
  id uuid not null,
  position integer not null,
  spent_on date not null,
  category text not null,
  label text not null default '',
  gross_cents bigint not null,
  vat_cents bigint not null,
  recoverable_vat_cents bigint not null,
  cost_cents bigint not null,
  receipt_state text not null check (receipt_state in ('attached', 'on_paper', 'missing', 'not_required')),
  primary key (cooperative_id, declaration_id, id),
  constraint expense_line_declaration_fkey foreign key (cooperative_id, declaration_id) references terreau.declaration (cooperative_id, id)
);
call terreau.protect('terreau.expense_line', 'select, insert, update, delete');

create table terreau.trip_line (
  cooperative_id uuid not null references terreau.cooperative (id),
  declaration_id uuid not null,
  id uuid not null,
  position integer not null,
  km integer not null check (km > 0),
  fiscal_horsepower integer not null,
  km_before integer not null check (km_before >= 0),
  allowance_cents bigint not null,
  reason text not null,
  primary key (cooperative_id, declaration_id, id),
  constraint trip_line_declaration_fkey foreign key (cooperative_id, declaration_id) references terreau.declaration (cooperative_id, id)
);
call terreau.protect('terreau.trip_line', 'select, insert, update, delete');

-- Lines of a closed month change no more, whoever asks.
create function terreau.guard_lines_of_open_month() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare tenant uuid := coalesce(new.cooperative_id, old.cooperative_id);
        parent uuid := coalesce(new.declaration_id, old.declaration_id);
        guarded text;
begin
  select d.month into guarded from terreau.declaration d where d.cooperative_id = tenant and d.id = parent;
  if guarded is not null and terreau.is_month_closed(tenant, guarded) then
    raise exception 'month % is closed', guarded using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  return coalesce(new, old);
end
$$;
create trigger open_month before insert or update or delete on terreau.sale_line
  for each row execute function terreau.guard_lines_of_open_month();
create trigger open_month before insert or update or delete on terreau.expense_line
  for each row execute function terreau.guard_lines_of_open_month();
create trigger open_month before insert or update or delete on terreau.trip_line
  for each row execute function terreau.guard_lines_of_open_month();

create table terreau.receipt (
  cooperative_id uuid not null references terreau.cooperative (id),
  declaration_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  file_id uuid not null,
  added_at timestamptz not null default now(),
  primary key (cooperative_id, declaration_id, id),
  constraint receipt_declaration_fkey foreign key (cooperative_id, declaration_id) references terreau.declaration (cooperative_id, id),
  constraint receipt_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
call terreau.protect('terreau.receipt', 'select, insert, delete');
create trigger open_month before insert or delete on terreau.receipt
  for each row execute function terreau.guard_lines_of_open_month();

create table terreau.question (
  cooperative_id uuid not null references terreau.cooperative (id),
  declaration_id uuid not null,
  id uuid not null,
  line_id uuid,
  asked_by uuid not null references terreau.app_user (id),
  asked_at timestamptz not null default now(),
  text text not null check (text <> ''),
  answer text,
  answered_by uuid references terreau.app_user (id),
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (cooperative_id, declaration_id, id),
  constraint question_declaration_fkey foreign key (cooperative_id, declaration_id) references terreau.declaration (cooperative_id, id)
);
call terreau.protect('terreau.question', 'select, insert, update, delete');

-- Accepting freezes the figures and posts them; undoing is a second act that reverses the posting.
create table terreau.acceptance (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  declaration_id uuid not null,
  activity_id uuid not null,
  month text not null,
  concerns_month text not null,
  accepted_by text not null,
  accepted_at timestamptz not null default now(),
  scheme_id uuid not null,
  contribution_base_cents bigint not null,
  km integer not null default 0,
  revenue_cents bigint not null,
  output_vat_cents bigint not null,
  input_vat_cents bigint not null,
  production_purchase_cents bigint not null,
  other_expense_cents bigint not null,
  contribution_cents bigint not null,
  accident_cover_cents bigint not null,
  movement_cents bigint not null,
  is_nil boolean not null,
  contribution_lines jsonb not null,
  primary key (cooperative_id, id),
  constraint acceptance_contract_scheme_fkey foreign key (cooperative_id, scheme_id) references terreau.contribution_scheme (cooperative_id, id),
  constraint acceptance_activity_fkey foreign key (cooperative_id, activity_id) references terreau.activity (cooperative_id, id)
);
create index acceptance_declaration on terreau.acceptance (cooperative_id, declaration_id);
create index acceptance_activity_month on terreau.acceptance (cooperative_id, activity_id, concerns_month);
create index acceptance_month on terreau.acceptance (cooperative_id, month);
call terreau.protect('terreau.acceptance', 'select, insert', true);
create trigger open_month before insert on terreau.acceptance for each row execute function terreau.guard_open_month();

create table terreau.acceptance_undo (
  cooperative_id uuid not null references terreau.cooperative (id),
  acceptance_id uuid not null,
  undone_by text not null,
  undone_at timestamptz not null default now(),
  primary key (cooperative_id, acceptance_id),
  constraint acceptance_undo_acceptance_fkey foreign key (cooperative_id, acceptance_id) references terreau.acceptance (cooperative_id, id)
);
call terreau.protect('terreau.acceptance_undo', 'select, insert', true);

create view terreau.standing_acceptance with (security_invoker = true) as
  select a.* from terreau.acceptance a
   where not exists (select 1 from terreau.acceptance_undo u
                      where u.cooperative_id = a.cooperative_id and u.acceptance_id = a.id);
grant select on terreau.standing_acceptance to terreau_app;

create table terreau.import (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  month text not null,
  content_sha256 bytea not null,
  imported_at timestamptz not null default now(),
  imported_by text not null,
  undone_at timestamptz,
  primary key (cooperative_id, id)
);
create unique index import_content_key on terreau.import (cooperative_id, content_sha256) where undone_at is null;
call terreau.protect('terreau.import', 'select, insert, update');

create table terreau.import_item (
  cooperative_id uuid not null references terreau.cooperative (id),
  import_id uuid not null,
  entity_kind text not null,
  entity_id text not null,
  primary key (cooperative_id, import_id, entity_kind, entity_id),
  constraint import_item_import_fkey foreign key (cooperative_id, import_id) references terreau.import (cooperative_id, id)
);
call terreau.protect('terreau.import_item', 'select, insert');
