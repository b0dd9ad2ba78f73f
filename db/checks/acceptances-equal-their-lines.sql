-- What stands accepted is what its lines sum to: sales, expenses, VAT, kilometres.
select a.cooperative_id, a.id as acceptance_id, a.declaration_id, a.month
  from terreau.standing_acceptance a
 cross join lateral (
   select coalesce(sum(s.net_cents), 0) as net, coalesce(sum(s.vat_cents), 0) as vat, count(*) as lines
     from terreau.sale_line s
    where s.cooperative_id = a.cooperative_id and s.declaration_id = a.declaration_id) s
 cross join lateral (
   select coalesce(sum(e.cost_cents) filter (where e.category = 'production_purchase'), 0) as purchase,
          coalesce(sum(e.cost_cents) filter (where e.category <> 'production_purchase'), 0) as other,
          coalesce(sum(e.recoverable_vat_cents), 0) as vat
     from terreau.expense_line e
    where e.cooperative_id = a.cooperative_id and e.declaration_id = a.declaration_id) e
 cross join lateral (
   select coalesce(sum(t.allowance_cents), 0) as allowance, coalesce(sum(t.km), 0) as km
     from terreau.trip_line t
    where t.cooperative_id = a.cooperative_id and t.declaration_id = a.declaration_id) t
 where (a.revenue_cents, a.output_vat_cents, a.input_vat_cents, a.production_purchase_cents,
        a.other_expense_cents, a.km, a.is_nil)
       is distinct from (s.net, s.vat, e.vat, e.purchase, e.other + t.allowance, t.km, s.lines = 0)
 order by 1, 2
