-- I-01 Every posting has at least two lines, and they sum to zero.
select p.cooperative_id, p.id as posting_id, p.month, count(l.position) as lines,
       coalesce(sum(l.amount_cents), 0) as total_cents
  from terreau.posting p
  left join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
 group by p.cooperative_id, p.id, p.month
having coalesce(sum(l.amount_cents), 0) <> 0 or count(l.position) < 2
 order by p.cooperative_id, p.month, p.id
