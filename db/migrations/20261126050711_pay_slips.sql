-- What the payroll service says was paid. A slip is never changed: a corrected file withdraws it and brings the
-- next version, and undoing an import withdraws what it brought. Each slip that costs something has one posting.
create table terreau.pay_import (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  file_name text not null,
  content_sha256 bytea not null,
  imported_at timestamptz not null default now(),
  imported_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, id)
);
create index pay_import_month on terreau.pay_import (cooperative_id, month, imported_at desc);
call terreau.protect('terreau.pay_import', 'select, insert', true);

create table terreau.pay_import_undo (
  cooperative_id uuid not null references terreau.cooperative (id),
  import_id uuid not null,
  undone_at timestamptz not null default now(),
  undone_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, import_id),
  constraint pay_import_undo_import_fkey foreign key (cooperative_id, import_id)
    references terreau.pay_import (cooperative_id, id)
);
call terreau.protect('terreau.pay_import_undo', 'select, insert', true);

create table terreau.pay_slip (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  import_id uuid not null,
  contract_id uuid not null,
  person_id uuid not null,
  activity_id uuid not null,
  -- The month of work; the month of payment is that of paid_on.
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  slip_number text not null default '',
  version integer not null check (version >= 1),
  paid_on date not null,
  gross_cents bigint not null check (gross_cents >= 0),
  net_cents bigint not null check (net_cents >= 0),
  net_social_cents bigint not null check (net_social_cents >= 0),
  employer_cost_cents bigint not null,
  primary key (cooperative_id, id),
  constraint pay_slip_cost_covers_gross check (employer_cost_cents >= gross_cents),
  constraint pay_slip_import_fkey foreign key (cooperative_id, import_id) references terreau.pay_import (cooperative_id, id),
  constraint pay_slip_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id),
  constraint pay_slip_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint pay_slip_activity_fkey foreign key (cooperative_id, activity_id) references terreau.activity (cooperative_id, id)
);
create unique index pay_slip_version_key on terreau.pay_slip (cooperative_id, month, contract_id, version);
create index pay_slip_import on terreau.pay_slip (cooperative_id, import_id);
create index pay_slip_person on terreau.pay_slip (cooperative_id, person_id, paid_on);
call terreau.protect('terreau.pay_slip', 'select, insert', true);
comment on column terreau.pay_slip.version is 'Counts the slips of a contract and a month, those that were withdrawn included.';

create table terreau.pay_slip_withdrawal (
  cooperative_id uuid not null references terreau.cooperative (id),
  slip_id uuid not null,
  -- The import whose line replaced it, or the one that was undone.
  import_id uuid not null,
  withdrawn_at timestamptz not null default now(),
  primary key (cooperative_id, slip_id),
  constraint pay_slip_withdrawal_slip_fkey foreign key (cooperative_id, slip_id) references terreau.pay_slip (cooperative_id, id),
  constraint pay_slip_withdrawal_import_fkey foreign key (cooperative_id, import_id) references terreau.pay_import (cooperative_id, id)
);
call terreau.protect('terreau.pay_slip_withdrawal', 'select, insert', true);

create view terreau.standing_pay_slip with (security_invoker = true) as
  select s.* from terreau.pay_slip s
   where not exists (select 1 from terreau.pay_slip_withdrawal w
                      where w.cooperative_id = s.cooperative_id and w.slip_id = s.id);
grant select on terreau.standing_pay_slip to terreau_app, terreau_check;

-- Pay is a kind of entry and a figure of the closings. Older closings froze none, and their seals stay as they
-- are: an amount of zero adds nothing to the text that is sealed.
alter table terreau.posting drop constraint posting_kind_check,
  add constraint posting_kind_check check (kind in ('opening', 'declaration', 'adjustment', 'reversal', 'pay'));

alter table terreau.closing_line add column pay_cents bigint not null default 0;
alter table terreau.closing_line drop constraint closing_line_adds_up,
  add constraint closing_line_adds_up check (
    movement_cents = revenue_cents - contribution_cents - production_purchase_cents - other_expense_cents
                     - accident_cover_cents - pay_cents
    and closing_cents = opening_cents + movement_cents);

create or replace function terreau.figures_text(c terreau.closing_line) returns text
language sql stable
as $$
  select concat_ws('|', c.activity_id, c.person_id, c.revenue_cents, c.output_vat_cents, c.input_vat_cents,
    c.production_purchase_cents, c.other_expense_cents, c.contribution_cents, c.accident_cover_cents,
    c.movement_cents, c.opening_cents, c.closing_cents, c.is_nil, nullif(c.pay_cents, 0))
$$;

drop function terreau.month_figures(uuid, text);
create function terreau.month_figures(p_cooperative uuid, p_month text)
returns table (activity_id uuid, person_id uuid, revenue_cents bigint, output_vat_cents bigint,
               input_vat_cents bigint, production_purchase_cents bigint, other_expense_cents bigint,
               contribution_cents bigint, accident_cover_cents bigint, movement_cents bigint,
               opening_cents bigint, closing_cents bigint, is_nil boolean, pay_cents bigint)
language sql stable set search_path = terreau, pg_temp set enable_nestloop = off
as $$
  with since as (
    select a.activity_id,
           coalesce(-sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_revenue'), 0) as revenue,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_production_purchase'), 0) as purchase,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_expense'), 0) as expense,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_contribution'), 0) as contribution,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_accident_cover'), 0) as cover,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind in ('activity_gross_pay', 'activity_employer_contributions')), 0) as pay,
           coalesce(-sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_opening'), 0) as opened,
           coalesce(sum(l.amount_cents), 0) as since_total,
           count(*) filter (where p.month = p_month) as booked
      from terreau.posting p
      join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
      join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
     where p.cooperative_id = p_cooperative and p.month >= p_month and a.activity_id is not null
     group by a.activity_id),
  balance as (
    select a.activity_id, -sum(a.balance_cents) as now_cents from terreau.account a
     where a.cooperative_id = p_cooperative and a.activity_id is not null group by a.activity_id),
  accepted as (
    select s.activity_id, sum(s.output_vat_cents) as output_vat, sum(s.input_vat_cents) as input_vat,
           bool_and(s.is_nil) as is_nil, min(d.person_id::text)::uuid as person_id
      from terreau.standing_acceptance s
      join terreau.declaration d on d.cooperative_id = s.cooperative_id and d.id = s.declaration_id
     where s.cooperative_id = p_cooperative and s.month = p_month group by s.activity_id),
  in_force as (
    select distinct on (c.activity_id) c.activity_id, c.person_id from terreau.contract c
     where c.cooperative_id = p_cooperative and c.state = 'active'
       and c.starts_on < ((p_month || '-01')::date + interval '1 month')::date
       and (c.ends_on is null or c.ends_on >= (p_month || '-01')::date)
     order by c.activity_id, c.starts_on desc, c.id),
  figures as (
    select x.id as activity_id,
           coalesce(a.person_id, f.person_id,
                    (select m.person_id from terreau.activity_member m
                      where m.cooperative_id = p_cooperative and m.activity_id = x.id
                      order by m.share_permille desc, m.person_id limit 1)) as person_id,
           coalesce(s.revenue, 0) as revenue, coalesce(s.purchase, 0) as purchase,
           coalesce(s.expense, 0) as expense, coalesce(s.contribution, 0) as contribution,
           coalesce(s.cover, 0) as cover, coalesce(s.pay, 0) as pay,
           coalesce(a.output_vat, 0) as output_vat, coalesce(a.input_vat, 0) as input_vat,
           coalesce(b.now_cents, 0) + coalesce(s.since_total, 0) + coalesce(s.opened, 0) as opening,
           coalesce(a.is_nil, false) as is_nil,
           a.activity_id is not null or f.activity_id is not null
             or (coalesce(s.booked, 0) > 0 and x.archived_at is null) as is_concerned
      from terreau.activity x
      left join since s on s.activity_id = x.id
      left join balance b on b.activity_id = x.id
      left join accepted a on a.activity_id = x.id
      left join in_force f on f.activity_id = x.id
     where x.cooperative_id = p_cooperative),
  moved as (
    select f.*, f.revenue - f.contribution - f.purchase - f.expense - f.cover - f.pay as movement from figures f)
  select m.activity_id, m.person_id, m.revenue::bigint, m.output_vat::bigint, m.input_vat::bigint,
         m.purchase::bigint, m.expense::bigint, m.contribution::bigint, m.cover::bigint,
         m.movement::bigint, m.opening::bigint, (m.opening + m.movement)::bigint, m.is_nil, m.pay::bigint
    from moved m
   where (m.is_concerned or m.opening <> 0 or m.movement <> 0) and m.person_id is not null
$$;
