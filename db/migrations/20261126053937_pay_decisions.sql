-- What people decide of the pay of a month beside the fixed part: an advance on the variable part, and the
-- balance of a financial year once the assembly approved the accounts (C. trav. R7331-11, R7331-12). A decision
-- is never changed: the last version stands, and zero takes it back.
create table terreau.pay_decision (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  kind text not null check (kind in ('advance', 'balance')),
  version integer not null check (version >= 1),
  gross_cents bigint not null check (gross_cents >= 0),
  decided_at timestamptz not null default now(),
  decided_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, month, contract_id, kind, version),
  constraint pay_decision_contract_fkey foreign key (cooperative_id, contract_id)
    references terreau.contract (cooperative_id, id)
);
call terreau.protect('terreau.pay_decision', 'select, insert', true);
