-- I-09 What an account of an activity did in each month, and had at the end of it, is what its lines say.
with counted as (
  select l.cooperative_id, l.account_id, p.month, sum(l.amount_cents) as amount,
         sum(sum(l.amount_cents)) over (partition by l.cooperative_id, l.account_id order by p.month) as balance,
         min(l.account_version) as first, max(l.account_version) as last
    from terreau.ledger_line l
    join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
    join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
   where a.activity_id is not null
   group by l.cooperative_id, l.account_id, p.month)
select coalesce(m.cooperative_id, c.cooperative_id) as cooperative_id,
       coalesce(m.account_id, c.account_id) as account_id, coalesce(m.month, c.month) as month,
       m.amount_cents, c.amount as sum_of_lines, m.balance_cents, c.balance as balance_of_lines
  from terreau.account_month m
  full join counted c on c.cooperative_id = m.cooperative_id and c.account_id = m.account_id and c.month = m.month
 where (m.amount_cents, m.balance_cents, m.first_version, m.last_version)
       is distinct from (c.amount::bigint, c.balance::bigint, c.first, c.last)
 order by 1, 2, 3
