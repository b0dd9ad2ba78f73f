-- Each pay slip that costs something is posted once with its own cost, and each withdrawn one is reversed once.
with posted as (
  select p.cooperative_id, p.source_id as slip_id, count(distinct p.id) as postings,
         sum(l.amount_cents) filter (where a.activity_id is not null) as cost_cents,
         min(p.concerns_month) as concerns_month
    from terreau.posting p
    join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
    join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
   where p.source_kind = 'pay_slip'
   group by p.cooperative_id, p.source_id),
reversed as (
  select p.cooperative_id, p.source_id as slip_id from terreau.posting p
   where p.source_kind = 'pay_slip_withdrawal')
select s.cooperative_id, s.id as slip_id, s.month, 'posting missing, doubled or different' as fault
  from terreau.pay_slip s
  left join posted p on p.cooperative_id = s.cooperative_id and p.slip_id = s.id
 where (p.slip_id is null and (s.employer_cost_cents <> 0 or s.net_cents <> 0))
    or (p.slip_id is not null and (p.postings <> 1 or coalesce(p.cost_cents, 0) <> s.employer_cost_cents
                                   or p.concerns_month <> s.month))
union all
select s.cooperative_id, s.id, s.month, 'withdrawn without its reversal, or reversed without being withdrawn'
  from terreau.pay_slip s
  join posted p on p.cooperative_id = s.cooperative_id and p.slip_id = s.id
  left join reversed r on r.cooperative_id = s.cooperative_id and r.slip_id = s.id
  left join terreau.pay_slip_withdrawal w on w.cooperative_id = s.cooperative_id and w.slip_id = s.id
 where (w.slip_id is not null) <> (r.slip_id is not null)
union all
select p.cooperative_id, p.slip_id, p.concerns_month, 'posting of a slip that does not exist'
  from posted p
 where not exists (select 1 from terreau.pay_slip s
                    where s.cooperative_id = p.cooperative_id and s.id = p.slip_id)
 order by 1, 2, 4
