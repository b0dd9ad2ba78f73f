-- An activity set aside (an import taken back) whose month nets to zero has nothing to say in a closing.
create or replace function terreau.month_figures(p_cooperative uuid, p_month text)
returns table (activity_id uuid, person_id uuid, revenue_cents bigint, output_vat_cents bigint,
               input_vat_cents bigint, production_purchase_cents bigint, other_expense_cents bigint,
               contribution_cents bigint, accident_cover_cents bigint, movement_cents bigint,
               opening_cents bigint, closing_cents bigint, is_nil boolean)
language sql stable set search_path = terreau, pg_temp
as $$
  with since as (
    select a.activity_id,
           coalesce(-sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_revenue'), 0) as revenue,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_production_purchase'), 0) as purchase,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_expense'), 0) as expense,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_contribution'), 0) as contribution,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_accident_cover'), 0) as cover,
           coalesce(-sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_opening'), 0) as opened,
           coalesce(sum(l.amount_cents), 0) as since_total,
           count(*) filter (where p.month = p_month) as booked
      from terreau.posting p
      join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
      join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
     where p.cooperative_id = p_cooperative and p.month >= p_month and a.activity_id is not null
     group by a.activity_id),
  balance as (
    select a.activity_id, -sum(a.balance_cents) as now_cents from terreau.account a
     where a.cooperative_id = p_cooperative and a.activity_id is not null group by a.activity_id),
  accepted as (
    select s.activity_id, sum(s.output_vat_cents) as output_vat, sum(s.input_vat_cents) as input_vat,
           bool_and(s.is_nil) as is_nil, min(d.person_id::text)::uuid as person_id
      from terreau.standing_acceptance s
      join terreau.declaration d on d.cooperative_id = s.cooperative_id and d.id = s.declaration_id
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
           coalesce(s.cover, 0) as cover,
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
    select f.*, f.revenue - f.contribution - f.purchase - f.expense - f.cover as movement from figures f)
  select m.activity_id, m.person_id, m.revenue::bigint, m.output_vat::bigint, m.input_vat::bigint,
         m.purchase::bigint, m.expense::bigint, m.contribution::bigint, m.cover::bigint,
         m.movement::bigint, m.opening::bigint, (m.opening + m.movement)::bigint, m.is_nil
    from moved m
   where (m.is_concerned or m.opening <> 0 or m.movement <> 0) and m.person_id is not null
$$;
