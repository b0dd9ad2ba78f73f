-- What happens to an expense after it was declared: four things that do not follow from one another. Approval is the
-- acceptance of its declaration; its receipt, its payment and its export are acts here, each with who and when. The
-- last act of an axis says where it stands.
create table terreau.expense_act (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  declaration_id uuid not null,
  line_id uuid not null,
  axis text not null check (axis in ('receipt', 'payment', 'export')),
  act text not null,
  done_on date not null,
  reference text not null default '',
  -- What was paid, or what the file said: the line may be corrected afterwards.
  amount_cents bigint not null,
  export_id uuid,
  n integer generated always as identity,
  done_by uuid not null,
  done_at timestamptz not null default now(),
  primary key (cooperative_id, id),
  constraint expense_act_of_axis check ((axis, act) in (
    ('receipt', 'seen'), ('receipt', 'unseen'), ('payment', 'paid'), ('payment', 'unpaid'), ('export', 'exported'))),
  constraint expense_act_export_named check ((axis = 'export') = (export_id is not null)),
  constraint expense_act_declaration_fkey foreign key (cooperative_id, declaration_id)
    references terreau.declaration (cooperative_id, id)
);
create index expense_act_line on terreau.expense_act (cooperative_id, declaration_id, line_id, axis, n desc);
create index expense_act_export on terreau.expense_act (cooperative_id, export_id) where export_id is not null;
call terreau.protect('terreau.expense_act', 'select, insert', true);
