-- What is kept of the expenses of each month (approved, paid, due, in no file) is where their lines stand.
with counted as (
  select c.id as cooperative_id, n.*
    from terreau.cooperative c
   cross join lateral terreau.expenses_counted(
     c.id, (select coalesce(array_agg(d.id), '{}') from terreau.declaration d where d.cooperative_id = c.id)) n
   where n.shown > 0)
select coalesce(m.cooperative_id, n.cooperative_id) as cooperative_id, coalesce(m.month, n.month) as month,
       m.shown, n.shown as shown_lines, m.paid, n.paid as paid_lines, m.due_cents, n.due_cents as due_of_lines,
       m.to_export, n.to_export as lines_to_export
  from (select * from terreau.expense_month where shown > 0 or due > 0 or due_cents <> 0) m
  full join counted n on n.cooperative_id = m.cooperative_id and n.month = m.month
 where (m.shown, m.paid, m.due, m.due_cents, m.to_export)
       is distinct from (n.shown, n.paid, n.due, n.due_cents, n.to_export)
 order by 1, 2
