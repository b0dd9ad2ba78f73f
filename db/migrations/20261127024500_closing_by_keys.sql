-- Closing a month costs what the month costs, however many months came before it. Joined as sets, the entries and
-- declarations of a month were looked for among all that the cooperative ever had: ten years later a closing, and the
-- page before it, took six times as long. They are now fetched by their key, one posting and one acceptance after the
-- other; everything else of a month is still joined as sets. The plan does not hang on which cooperative or month is
-- asked, so it is made once for a connection and not anew for each of the first calls.
create or replace function terreau.month_figures(p_cooperative uuid, p_month text)
returns table (activity_id uuid, person_id uuid, revenue_cents bigint, output_vat_cents bigint,
               input_vat_cents bigint, production_purchase_cents bigint, other_expense_cents bigint,
               contribution_cents bigint, accident_cover_cents bigint, movement_cents bigint,
               opening_cents bigint, closing_cents bigint, is_nil boolean, pay_cents bigint, bank_cents bigint)
language sql stable set search_path = terreau, pg_temp set enable_nestloop = off set plan_cache_mode = force_generic_plan
as $$
  with lines as materialized (
    select p.month, l.account_id, l.amount_cents
      from terreau.posting p
     cross join lateral (select n.account_id, n.amount_cents from terreau.ledger_line n
                          where n.cooperative_id = p_cooperative and n.posting_id = p.id offset 0) l
     where p.cooperative_id = p_cooperative and p.month >= p_month),
  since as (
    select a.activity_id,
           coalesce(-sum(l.amount_cents) filter (where l.month = p_month and a.kind = 'activity_revenue'), 0) as revenue,
           coalesce(sum(l.amount_cents) filter (where l.month = p_month and a.kind = 'activity_production_purchase'), 0) as purchase,
           coalesce(sum(l.amount_cents) filter (where l.month = p_month and a.kind = 'activity_expense'), 0) as expense,
           coalesce(sum(l.amount_cents) filter (where l.month = p_month and a.kind = 'activity_contribution'), 0) as contribution,
           coalesce(sum(l.amount_cents) filter (where l.month = p_month and a.kind = 'activity_accident_cover'), 0) as cover,
           coalesce(sum(l.amount_cents) filter (where l.month = p_month and a.kind in ('activity_gross_pay', 'activity_employer_contributions')), 0) as pay,
           coalesce(sum(l.amount_cents) filter (where l.month = p_month and a.kind in ('activity_bank_fee', 'activity_exchange_loss', 'activity_exchange_gain')), 0) as bank,
           coalesce(-sum(l.amount_cents) filter (where l.month = p_month and a.kind = 'activity_opening'), 0) as opened,
           coalesce(sum(l.amount_cents), 0) as since_total,
           count(*) filter (where l.month = p_month) as booked
      from lines l
      join terreau.account a on a.cooperative_id = p_cooperative and a.id = l.account_id
     where a.activity_id is not null
     group by a.activity_id),
  balance as (
    select a.activity_id, -sum(a.balance_cents) as now_cents from terreau.account a
     where a.cooperative_id = p_cooperative and a.activity_id is not null group by a.activity_id),
  accepted as (
    select s.activity_id, sum(s.output_vat_cents) as output_vat, sum(s.input_vat_cents) as input_vat,
           bool_and(s.is_nil) as is_nil, min(d.person_id::text)::uuid as person_id
      from terreau.standing_acceptance s
     cross join lateral (select n.person_id from terreau.declaration n
                          where n.cooperative_id = p_cooperative and n.id = s.declaration_id offset 0) d
     where s.cooperative_id = p_cooperative and s.month = p_month group by s.activity_id),
  in_force as (
    select distinct on (c.activity_id) c.activity_id, c.person_id from terreau.contract c
     where c.cooperative_id = p_cooperative and c.state = 'active'
       and c.starts_on < ((p_month || '-01')::date + interval '1 month')::date
       and (c.ends_on is null or c.ends_on >= (p_month || '-01')::date)
     order by c.activity_id, c.starts_on desc, c.id),
  figures as (
    select x.id as activity_id,
           coalesce(a.person_id, f.person_id,
                    (select m.person_id from terreau.activity_member m
                      where m.cooperative_id = p_cooperative and m.activity_id = x.id
                      order by m.share_permille desc, m.person_id limit 1)) as person_id,
           coalesce(s.revenue, 0) as revenue, coalesce(s.purchase, 0) as purchase,
           coalesce(s.expense, 0) as expense, coalesce(s.contribution, 0) as contribution,
           coalesce(s.cover, 0) as cover, coalesce(s.pay, 0) as pay, coalesce(s.bank, 0) as bank,
           coalesce(a.output_vat, 0) as output_vat, coalesce(a.input_vat, 0) as input_vat,
           coalesce(b.now_cents, 0) + coalesce(s.since_total, 0) + coalesce(s.opened, 0) as opening,
           coalesce(a.is_nil, false) as is_nil,
           a.activity_id is not null or f.activity_id is not null
             or (coalesce(s.booked, 0) > 0 and x.archived_at is null) as is_concerned
      from terreau.activity x
      left join since s on s.activity_id = x.id
      left join balance b on b.activity_id = x.id
      left join accepted a on a.activity_id = x.id
      left join in_force f on f.activity_id = x.id
     where x.cooperative_id = p_cooperative),
  moved as (
    select f.*, f.revenue - f.contribution - f.purchase - f.expense - f.cover - f.pay - f.bank as movement from figures f)
  select m.activity_id, m.person_id, m.revenue::bigint, m.output_vat::bigint, m.input_vat::bigint,
         m.purchase::bigint, m.expense::bigint, m.contribution::bigint, m.cover::bigint,
         m.movement::bigint, m.opening::bigint, (m.opening + m.movement)::bigint, m.is_nil, m.pay::bigint,
         m.bank::bigint
    from moved m
   where (m.is_concerned or m.opening <> 0 or m.movement <> 0) and m.person_id is not null
$$;

create or replace function terreau.month_seal(p_cooperative uuid, p_month text, p_version integer, p_previous bytea, p_figures bytea)
returns bytea
language sql stable set search_path = terreau, pg_temp set enable_nestloop = off set plan_cache_mode = force_generic_plan
as $$
  select sha256(p_previous
    || sha256(convert_to(p_cooperative::text || ' ' || p_month || ' ' || p_version, 'UTF8'))
    || sha256(coalesce((
         select string_agg(l.digest, '' order by p.id, l.position)
           from terreau.posting p
          cross join lateral (select n.position, n.digest from terreau.ledger_line n
                               where n.cooperative_id = p_cooperative and n.posting_id = p.id offset 0) l
          where p.cooperative_id = p_cooperative and p.month = p_month and p.version <= p_version), ''))
    || p_figures)
$$;
