-- I-08 What a closing froze is what its entries sum to, and each balance begins where the last one ended.
-- A month that was opened again has several closings: each answers for what was booked until then, and the
-- last one is where the next month begins.
with booked as (
  select c.cooperative_id, c.month, c.version, a.activity_id,
         -sum(l.amount_cents) filter (where a.kind = 'activity_revenue') as revenue,
         sum(l.amount_cents) filter (where a.kind = 'activity_production_purchase') as purchase,
         sum(l.amount_cents) filter (where a.kind = 'activity_expense') as expense,
         sum(l.amount_cents) filter (where a.kind = 'activity_contribution') as contribution,
         sum(l.amount_cents) filter (where a.kind = 'activity_accident_cover') as cover,
         sum(l.amount_cents) filter (where a.kind in ('activity_gross_pay', 'activity_employer_contributions')) as pay,
         sum(l.amount_cents) filter (where a.kind in ('activity_bank_fee', 'activity_exchange_loss', 'activity_exchange_gain')) as bank,
         -sum(l.amount_cents) filter (where a.kind = 'activity_opening') as opened,
         -sum(l.amount_cents) filter (where a.kind <> 'activity_opening') as movement
    from terreau.closing c
    join terreau.posting p on p.cooperative_id = c.cooperative_id and p.month = c.month and p.version <= c.version
    join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
    join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
   where a.activity_id is not null
   group by c.cooperative_id, c.month, c.version, a.activity_id),
last_one as (
  select cooperative_id, month, max(version) as version from terreau.closing group by cooperative_id, month),
ended as (
  select f.cooperative_id, f.activity_id, f.month, f.closing_cents
    from terreau.closing_line f
    join last_one n on n.cooperative_id = f.cooperative_id and n.month = f.month and n.version = f.version),
frozen as (
  select f.*, lag(f.closing_cents) over (partition by f.cooperative_id, f.activity_id
                                         order by f.month) as closing_before
    from terreau.closing_line f
    join last_one n on n.cooperative_id = f.cooperative_id and n.month = f.month and n.version = f.version
  union all
  select f.*, (select e.closing_cents from ended e
                where e.cooperative_id = f.cooperative_id and e.activity_id = f.activity_id and e.month < f.month
                order by e.month desc limit 1)
    from terreau.closing_line f
    join last_one n on n.cooperative_id = f.cooperative_id and n.month = f.month and n.version > f.version)
select f.cooperative_id, f.month, f.activity_id, 'figures differ from the entries' as fault
  from frozen f
  left join booked b on b.cooperative_id = f.cooperative_id and b.month = f.month and b.version = f.version
                    and b.activity_id = f.activity_id
 where (f.revenue_cents, f.production_purchase_cents, f.other_expense_cents, f.contribution_cents,
        f.accident_cover_cents, f.pay_cents, f.bank_cents, f.movement_cents)
       is distinct from (coalesce(b.revenue, 0), coalesce(b.purchase, 0), coalesce(b.expense, 0),
                         coalesce(b.contribution, 0), coalesce(b.cover, 0), coalesce(b.pay, 0), coalesce(b.bank, 0),
                         coalesce(b.movement, 0))
union all
select f.cooperative_id, f.month, f.activity_id, 'does not begin where the month before ended'
  from frozen f
  left join booked b on b.cooperative_id = f.cooperative_id and b.month = f.month and b.version = f.version
                    and b.activity_id = f.activity_id
 where f.opening_cents <> coalesce(f.closing_before, 0) + coalesce(b.opened, 0)
union all
select b.cooperative_id, b.month, b.activity_id, 'entries without a frozen figure'
  from booked b
 where (coalesce(b.movement, 0) <> 0 or coalesce(b.opened, 0) <> 0)
   and not exists (select 1 from terreau.closing_line f where f.cooperative_id = b.cooperative_id
                      and f.month = b.month and f.version = b.version and f.activity_id = b.activity_id)
union all
select f.cooperative_id, f.month, f.activity_id, 'no closing froze it'
  from terreau.closing_line f
 where not exists (select 1 from terreau.closing c where c.cooperative_id = f.cooperative_id
                      and c.month = f.month and c.version = f.version)
 order by 1, 2, 3, 4
