-- Each acceptance is posted once with its own figures, and each undone one is reversed once.
with posted as (
  select p.cooperative_id, p.source_id as acceptance_id, p.source_kind, count(distinct p.id) as postings,
         min(p.month) as month, min(p.concerns_month) as concerns_month,
         -sum(l.amount_cents) filter (where a.activity_id is not null) as movement_cents
    from terreau.posting p
    join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
    join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
   where p.source_kind in ('acceptance', 'acceptance_undo')
   group by p.cooperative_id, p.source_id, p.source_kind)
select a.cooperative_id, a.id as acceptance_id, a.month, 'posting missing, doubled or different' as fault
  from terreau.acceptance a
  left join posted p on p.cooperative_id = a.cooperative_id and p.acceptance_id = a.id
                    and p.source_kind = 'acceptance'
 -- A month that earns, costs and owes nothing leaves no entry.
 where (p.acceptance_id is null and (a.revenue_cents <> 0 or a.movement_cents <> 0 or a.output_vat_cents <> 0
                                     or a.input_vat_cents <> 0 or a.contribution_cents <> 0
                                     or a.production_purchase_cents <> 0 or a.other_expense_cents <> 0
                                     or a.accident_cover_cents <> 0))
    or (p.acceptance_id is not null
        and (p.postings <> 1 or coalesce(p.movement_cents, 0) <> a.movement_cents
             or p.month <> a.month or p.concerns_month <> a.concerns_month))
union all
select a.cooperative_id, a.id, a.month, 'undone without its reversal, or reversed without being undone'
  from terreau.acceptance a
  left join posted p on p.cooperative_id = a.cooperative_id and p.acceptance_id = a.id
                    and p.source_kind = 'acceptance'
  left join posted r on r.cooperative_id = a.cooperative_id and r.acceptance_id = a.id
                    and r.source_kind = 'acceptance_undo'
  left join terreau.acceptance_undo u on u.cooperative_id = a.cooperative_id and u.acceptance_id = a.id
 where (u.acceptance_id is not null and p.acceptance_id is not null) <> (r.acceptance_id is not null)
union all
select p.cooperative_id, p.acceptance_id, p.month, 'posting of an acceptance that does not exist'
  from posted p
 where not exists (select 1 from terreau.acceptance a
                    where a.cooperative_id = p.cooperative_id and a.id = p.acceptance_id)
 order by 1, 2, 4
