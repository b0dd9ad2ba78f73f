-- I-09 What an account of an activity had at the end of each day with an entry is what its lines say.
with counted as (
  select l.cooperative_id, l.account_id, (p.posted_at at time zone 'Europe/Paris')::date as booked_on,
         sum(sum(l.amount_cents)) over through_day as balance, max(max(p.month)) over through_day as newest
    from terreau.ledger_line l
    join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
    join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
   where a.activity_id is not null
   group by l.cooperative_id, l.account_id, (p.posted_at at time zone 'Europe/Paris')::date
  window through_day as (partition by l.cooperative_id, l.account_id
                         order by (p.posted_at at time zone 'Europe/Paris')::date))
select coalesce(d.cooperative_id, c.cooperative_id) as cooperative_id,
       coalesce(d.account_id, c.account_id) as account_id, coalesce(d.booked_on, c.booked_on) as booked_on,
       d.balance_cents, c.balance as balance_of_lines, d.newest_month, c.newest as newest_of_lines
  from terreau.account_day d
  full join counted c on c.cooperative_id = d.cooperative_id and c.account_id = d.account_id
   and c.booked_on = d.booked_on
 where (d.balance_cents, d.newest_month) is distinct from (c.balance::bigint, c.newest)
 order by 1, 2, 3
