-- The assemblies that approve the accounts, and the day on which each CESA got the balance of its variable pay:
-- what the clock of C. trav. R7331-12 rests on. No amount: that is the business of the pay.
create table terreau.approval_assembly (
  cooperative_id uuid not null references terreau.cooperative (id),
  held_on date not null,
  reference text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, held_on)
);
call terreau.protect('terreau.approval_assembly', 'select, insert, delete');

create table terreau.variable_pay_settlement (
  cooperative_id uuid not null references terreau.cooperative (id),
  contract_id uuid not null,
  assembly_on date not null,
  paid_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, contract_id, assembly_on),
  constraint variable_pay_settlement_contract_fkey foreign key (cooperative_id, contract_id)
    references terreau.contract (cooperative_id, id),
  constraint variable_pay_settlement_assembly_fkey foreign key (cooperative_id, assembly_on)
    references terreau.approval_assembly (cooperative_id, held_on),
  constraint variable_pay_settlement_after_assembly check (paid_on >= assembly_on)
);
create index variable_pay_settlement_assembly on terreau.variable_pay_settlement (cooperative_id, assembly_on);
call terreau.protect('terreau.variable_pay_settlement', 'select, insert, update');
