-- What the bank really gave for a sale in a foreign currency. A credit is never changed: a corrected one withdraws it
-- and is the next version. Its difference from what was declared has one posting, on accounts of its own (627, 666,
-- 766): revenue stays what was declared.
create table terreau.bank_credit (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  declaration_id uuid not null,
  line_id uuid not null,
  version integer not null check (version >= 1),
  -- What the customer owed at the rate of the declaration, VAT included.
  declared_cents bigint not null,
  credited_cents bigint not null,
  fee_cents bigint not null check (fee_cents >= 0),
  credited_on date not null,
  reference text not null default '',
  entered_by uuid not null references terreau.app_user (id),
  entered_at timestamptz not null default now(),
  primary key (cooperative_id, id),
  constraint bank_credit_declaration_fkey foreign key (cooperative_id, declaration_id)
    references terreau.declaration (cooperative_id, id)
);
create unique index bank_credit_version_key on terreau.bank_credit (cooperative_id, declaration_id, line_id, version);
call terreau.protect('terreau.bank_credit', 'select, insert', true);
comment on column terreau.bank_credit.line_id is 'A sale of the declaration; no key, because the lines of an open month may be corrected once the credit is withdrawn.';

create table terreau.bank_credit_withdrawal (
  cooperative_id uuid not null references terreau.cooperative (id),
  credit_id uuid not null,
  withdrawn_by uuid not null references terreau.app_user (id),
  withdrawn_at timestamptz not null default now(),
  primary key (cooperative_id, credit_id),
  constraint bank_credit_withdrawal_credit_fkey foreign key (cooperative_id, credit_id)
    references terreau.bank_credit (cooperative_id, id)
);
call terreau.protect('terreau.bank_credit_withdrawal', 'select, insert', true);

create view terreau.standing_bank_credit with (security_invoker = true) as
  select c.* from terreau.bank_credit c
   where not exists (select 1 from terreau.bank_credit_withdrawal w
                      where w.cooperative_id = c.cooperative_id and w.credit_id = c.id);
grant select on terreau.standing_bank_credit to terreau_app, terreau_check;

alter table terreau.posting drop constraint posting_kind_check,
  add constraint posting_kind_check check (kind in ('opening', 'declaration', 'adjustment', 'reversal', 'pay', 'bank'));

-- Older closings froze none, and their seals stay as they are: an amount of zero adds nothing to the text that is
-- sealed, and its name keeps it apart from the figure before it.
alter table terreau.closing_line add column bank_cents bigint not null default 0;
alter table terreau.closing_line drop constraint closing_line_adds_up,
  add constraint closing_line_adds_up check (
    movement_cents = revenue_cents - contribution_cents - production_purchase_cents - other_expense_cents
                     - accident_cover_cents - pay_cents - bank_cents
    and closing_cents = opening_cents + movement_cents);

create or replace function terreau.figures_text(c terreau.closing_line) returns text
language sql stable
as $$
  select concat_ws('|', c.activity_id, c.person_id, c.revenue_cents, c.output_vat_cents, c.input_vat_cents,
    c.production_purchase_cents, c.other_expense_cents, c.contribution_cents, c.accident_cover_cents,
    c.movement_cents, c.opening_cents, c.closing_cents, c.is_nil, nullif(c.pay_cents, 0),
    'bank ' || nullif(c.bank_cents, 0))
$$;

drop function terreau.month_figures(uuid, text);
create function terreau.month_figures(p_cooperative uuid, p_month text)
returns table (activity_id uuid, person_id uuid, revenue_cents bigint, output_vat_cents bigint,
               input_vat_cents bigint, production_purchase_cents bigint, other_expense_cents bigint,
               contribution_cents bigint, accident_cover_cents bigint, movement_cents bigint,
               opening_cents bigint, closing_cents bigint, is_nil boolean, pay_cents bigint, bank_cents bigint)
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
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind in ('activity_bank_fee', 'activity_exchange_loss', 'activity_exchange_gain')), 0) as bank,
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
           coalesce(s.cover, 0) as cover, coalesce(s.pay, 0) as pay, coalesce(s.bank, 0) as bank,
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
    select f.*, f.revenue - f.contribution - f.purchase - f.expense - f.cover - f.pay - f.bank as movement from figures f)
  select m.activity_id, m.person_id, m.revenue::bigint, m.output_vat::bigint, m.input_vat::bigint,
         m.purchase::bigint, m.expense::bigint, m.contribution::bigint, m.cover::bigint,
         m.movement::bigint, m.opening::bigint, (m.opening + m.movement)::bigint, m.is_nil, m.pay::bigint,
         m.bank::bigint
    from moved m
   where (m.is_concerned or m.opening <> 0 or m.movement <> 0) and m.person_id is not null
$$;
