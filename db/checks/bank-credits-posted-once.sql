-- Each bank credit that differs from what was declared is posted once with that difference, for a sale that was declared
-- so, and each withdrawn one is reversed once.
with posted as (
  select p.cooperative_id, p.source_id as credit_id, count(distinct p.id) as postings,
         -sum(l.amount_cents) filter (where a.activity_id is not null) as effect_cents
    from terreau.posting p
    join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
    join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
   where p.source_kind = 'bank_credit'
   group by p.cooperative_id, p.source_id),
reversed as (
  select p.cooperative_id, p.source_id as credit_id from terreau.posting p
   where p.source_kind = 'bank_credit_withdrawal')
select c.cooperative_id, c.id as credit_id, c.declaration_id, 'posting missing, doubled or different' as fault
  from terreau.bank_credit c
  left join posted p on p.cooperative_id = c.cooperative_id and p.credit_id = c.id
 where (p.credit_id is null and (c.credited_cents <> c.declared_cents or c.fee_cents <> 0))
    or (p.credit_id is not null
        and (p.postings <> 1 or coalesce(p.effect_cents, 0) <> c.credited_cents - c.declared_cents))
union all
select c.cooperative_id, c.id, c.declaration_id, 'withdrawn without its reversal, or reversed without being withdrawn'
  from terreau.bank_credit c
  join posted p on p.cooperative_id = c.cooperative_id and p.credit_id = c.id
  left join reversed r on r.cooperative_id = c.cooperative_id and r.credit_id = c.id
  left join terreau.bank_credit_withdrawal w on w.cooperative_id = c.cooperative_id and w.credit_id = c.id
 where (w.credit_id is not null) <> (r.credit_id is not null)
union all
select c.cooperative_id, c.id, c.declaration_id, 'sale not in foreign money, not accepted, or declared otherwise'
  from terreau.standing_bank_credit c
 where not exists (
   select 1 from terreau.sale_line s
     join terreau.standing_acceptance a on a.cooperative_id = s.cooperative_id and a.declaration_id = s.declaration_id
    where s.cooperative_id = c.cooperative_id and s.declaration_id = c.declaration_id and s.id = c.line_id
      and s.currency <> 'EUR' and s.net_cents + s.vat_cents = c.declared_cents)
union all
select c.cooperative_id, c.declaration_id, c.declaration_id, 'two credits stand for one sale'
  from terreau.standing_bank_credit c
 group by c.cooperative_id, c.declaration_id, c.line_id having count(*) > 1
union all
select p.cooperative_id, p.credit_id, null, 'posting of a credit that does not exist'
  from posted p
 where not exists (select 1 from terreau.bank_credit c
                    where c.cooperative_id = p.cooperative_id and c.id = p.credit_id)
 order by 1, 2, 4
