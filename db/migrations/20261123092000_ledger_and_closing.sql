-- The append-only ledger and the closing of months (invariants I-01 to I-09).

create table terreau.account (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  kind text not null,
  activity_id uuid,
  balance_cents bigint not null default 0,
  version bigint not null default 0,
  primary key (cooperative_id, id),
  constraint account_activity_fkey foreign key (cooperative_id, activity_id) references terreau.activity (cooperative_id, id),
  constraint account_kind_has_activity check ((kind like 'activity\_%') = (activity_id is not null))
);
create unique index account_kind_key on terreau.account (cooperative_id, kind, activity_id) nulls not distinct;
create index account_activity on terreau.account (cooperative_id, activity_id);
call terreau.protect('terreau.account', 'select, insert, update');

create table terreau.posting (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  kind text not null check (kind in ('opening', 'declaration', 'adjustment', 'reversal')),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  concerns_month text not null check (concerns_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  source_kind text not null,
  source_id uuid not null,
  reverses_posting_id uuid,
  posted_at timestamptz not null default now(),
  posted_by text not null,
  transaction xid8 not null default pg_current_xact_id(),
  primary key (cooperative_id, id),
  constraint posting_reverses_fkey foreign key (cooperative_id, reverses_posting_id) references terreau.posting (cooperative_id, id)
);
-- A source posts once; a posting is reversed once. Retries and races end here.
create unique index posting_source_key on terreau.posting (cooperative_id, source_kind, source_id, kind);
create unique index posting_reverses_key on terreau.posting (cooperative_id, reverses_posting_id) where reverses_posting_id is not null;
create index posting_month on terreau.posting (cooperative_id, month);
call terreau.protect('terreau.posting', 'select, insert', true);

create table terreau.ledger_line (
  cooperative_id uuid not null references terreau.cooperative (id),
  posting_id uuid not null,
  position integer not null,
  account_id uuid not null,
  amount_cents bigint not null check (amount_cents <> 0),
  label_key text not null,
  label_params jsonb not null default '{}',
  account_version bigint not null,
  primary key (cooperative_id, posting_id, position),
  constraint ledger_line_posting_fkey foreign key (cooperative_id, posting_id) references terreau.posting (cooperative_id, id),
  constraint ledger_line_account_fkey foreign key (cooperative_id, account_id) references terreau.account (cooperative_id, id)
);
create unique index ledger_line_account_version_key on terreau.ledger_line (cooperative_id, account_id, account_version);
call terreau.protect('terreau.ledger_line', 'select, insert', true);
comment on column terreau.ledger_line.amount_cents is 'Euro cents; debit positive, credit negative.';

create table terreau.closing (
  cooperative_id uuid not null references terreau.cooperative (id),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  version integer not null default 1,
  closed_at timestamptz not null default now(),
  closed_by uuid not null,
  people integer not null,
  previous_sha256 bytea not null,
  sha256 bytea not null,
  primary key (cooperative_id, month, version)
);
call terreau.protect('terreau.closing', 'select, insert', true);

create table terreau.closing_line (
  cooperative_id uuid not null references terreau.cooperative (id),
  month text not null,
  version integer not null,
  activity_id uuid not null,
  person_id uuid not null,
  revenue_cents bigint not null,
  output_vat_cents bigint not null,
  input_vat_cents bigint not null,
  production_purchase_cents bigint not null,
  other_expense_cents bigint not null,
  contribution_cents bigint not null,
  accident_cover_cents bigint not null,
  movement_cents bigint not null,
  opening_cents bigint not null,
  closing_cents bigint not null,
  is_nil boolean not null,
  primary key (cooperative_id, month, version, activity_id),
  constraint closing_line_closing_fkey foreign key (cooperative_id, month, version)
    references terreau.closing (cooperative_id, month, version) deferrable initially deferred,
  constraint closing_line_activity_fkey foreign key (cooperative_id, activity_id) references terreau.activity (cooperative_id, id),
  constraint closing_line_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint closing_line_adds_up check (
    movement_cents = revenue_cents - contribution_cents - production_purchase_cents - other_expense_cents - accident_cover_cents
    and closing_cents = opening_cents + movement_cents)
);
create index closing_line_activity on terreau.closing_line (cooperative_id, activity_id, month);
call terreau.protect('terreau.closing_line', 'select, insert', true);

create table terreau.closing_statement (
  cooperative_id uuid not null references terreau.cooperative (id),
  month text not null,
  version integer not null,
  activity_id uuid not null,
  file_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (cooperative_id, month, version, activity_id),
  constraint closing_statement_line_fkey foreign key (cooperative_id, month, version, activity_id)
    references terreau.closing_line (cooperative_id, month, version, activity_id),
  constraint closing_statement_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
call terreau.protect('terreau.closing_statement', 'select, insert', true);

create function terreau.month_lock(p_cooperative uuid, p_month text) returns bigint
language sql immutable
as $$ select hashtextextended('month:' || p_cooperative || ':' || p_month, 0) $$;

create function terreau.is_month_closed(p_cooperative uuid, p_month text) returns boolean
language sql stable set search_path = terreau, pg_temp
as $$ select exists (select 1 from terreau.closing c where c.cooperative_id = p_cooperative and c.month = p_month) $$;

-- I-07: a posting holds the month open (shared lock); a closing takes it alone. The closed state is
-- read again under the lock, so a posting that races the closing is in its totals or refused.
create function terreau.guard_open_month() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare guarded text := case when tg_op = 'DELETE' then old.month else new.month end;
        tenant uuid := case when tg_op = 'DELETE' then old.cooperative_id else new.cooperative_id end;
begin
  perform pg_advisory_xact_lock_shared(terreau.month_lock(tenant, guarded));
  if terreau.is_month_closed(tenant, guarded) then
    raise exception 'month % is closed', guarded using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  if tg_op = 'UPDATE' and old.month <> new.month and terreau.is_month_closed(tenant, old.month) then
    raise exception 'month % is closed', old.month using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger open_month before insert on terreau.posting for each row execute function terreau.guard_open_month();

create function terreau.lock_for_closing() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(terreau.month_lock(new.cooperative_id, new.month));
  return new;
end
$$;
create trigger alone before insert on terreau.closing for each row execute function terreau.lock_for_closing();

-- I-02 and I-09: a line joins only the transaction that made its posting; the balance and the version
-- of the account move in the same statement.
create function terreau.seal_and_count_line() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare made_in xid8;
begin
  select p.transaction into made_in from terreau.posting p
   where p.cooperative_id = new.cooperative_id and p.id = new.posting_id;
  if made_in is distinct from pg_current_xact_id() then
    raise exception 'posting % is sealed', new.posting_id using errcode = 'check_violation', constraint = 'posting_is_sealed';
  end if;
  update terreau.account a set version = a.version + 1, balance_cents = a.balance_cents + new.amount_cents
   where a.cooperative_id = new.cooperative_id and a.id = new.account_id
   returning a.version into new.account_version;
  return new;
end
$$;
create trigger seal before insert on terreau.ledger_line for each row execute function terreau.seal_and_count_line();

-- I-01: checked when the transaction commits, on the posting, so that one without lines is refused too.
create function terreau.check_balanced() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare total numeric; lines integer;
begin
  select coalesce(sum(l.amount_cents), 0), count(*) into total, lines from terreau.ledger_line l
   where l.cooperative_id = new.cooperative_id and l.posting_id = new.id;
  if total <> 0 or lines < 2 then
    raise exception 'posting % has % lines that sum to %', new.id, lines, total
      using errcode = 'check_violation', constraint = 'posting_is_balanced';
  end if;
  return null;
end
$$;
create constraint trigger balanced after insert on terreau.posting
  deferrable initially deferred for each row execute function terreau.check_balanced();
