-- I-09 The balance of an account is the sum of its lines, and its lines are numbered 1, 2, 3… without a hole.
select a.cooperative_id, a.id as account_id, a.kind, a.balance_cents, coalesce(s.total, 0) as sum_of_lines,
       a.version, coalesce(s.lines, 0) as lines
  from terreau.account a
  left join (select l.cooperative_id, l.account_id, sum(l.amount_cents) as total, count(*) as lines,
                    min(l.account_version) as first, max(l.account_version) as last
               from terreau.ledger_line l group by l.cooperative_id, l.account_id) s
    on s.cooperative_id = a.cooperative_id and s.account_id = a.id
 where a.balance_cents <> coalesce(s.total, 0)
    or a.version <> coalesce(s.lines, 0)
    or coalesce(s.first, 1) <> 1
    or coalesce(s.last, 0) <> coalesce(s.lines, 0)
 order by 1, 2
