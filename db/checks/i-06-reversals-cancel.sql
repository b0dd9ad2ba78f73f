-- I-06 A reversal cancels its posting account by account, names it, and is the only one.
with reversal as (
  select r.cooperative_id, r.id, r.reverses_posting_id from terreau.posting r where r.kind = 'reversal'),
pairs as (
  select r.cooperative_id, r.id as reversal_id, r.reverses_posting_id, l.account_id, sum(l.amount_cents) as left_cents
    from reversal r
    join terreau.ledger_line l on l.cooperative_id = r.cooperative_id
                              and l.posting_id in (r.id, r.reverses_posting_id)
   group by r.cooperative_id, r.id, r.reverses_posting_id, l.account_id)
select p.cooperative_id, p.reversal_id as posting_id, 'does not cancel its posting' as fault
  from pairs p where p.left_cents <> 0
union
select r.cooperative_id, r.id, 'names no posting' from reversal r where r.reverses_posting_id is null
union
select p.cooperative_id, p.id, 'reverses without being a reversal'
  from terreau.posting p where p.reverses_posting_id is not null and p.kind <> 'reversal'
union
select r.cooperative_id, o.id, 'was reversed more than once'
  from reversal r join terreau.posting o on o.cooperative_id = r.cooperative_id and o.id = r.reverses_posting_id
 group by r.cooperative_id, o.id having count(*) > 1
union
select r.cooperative_id, r.id, 'reverses a reversal'
  from reversal r join terreau.posting o on o.cooperative_id = r.cooperative_id and o.id = r.reverses_posting_id
 where o.kind = 'reversal'
 order by 1, 2, 3
