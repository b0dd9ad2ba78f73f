-- An amendment that would take effect after the contract has ended changes nothing of its last month.
create or replace function terreau.fixed_parts(p_cooperative uuid, p_from date, p_to date)
returns table (contract_id uuid, person_id uuid, activity_id uuid, starts_on date, last_on date,
               fixed_part_cents bigint, activity_owes_cents bigint, available_cents bigint)
language sql stable
as $$
  with employed as (
    select c.id, c.person_id, c.activity_id, c.starts_on, c.last_on,
           coalesce((select m.changes -> 'fixedPartCents' ->> 'after' from terreau.contract_amendment m
                      where m.cooperative_id = c.cooperative_id and m.contract_id = c.id and m.state = 'active'
                        and m.effective_on <= least(p_to, c.last_on) and m.changes ? 'fixedPartCents'
                      order by m.effective_on desc, m.n desc limit 1),
                    c.terms ->> 'fixedPartCents')::bigint as fixed_part_cents
      from terreau.contract c
     where c.cooperative_id = p_cooperative and c.state = 'active' and c.kind = 'CESA'
       and c.starts_on <= p_to and c.last_on >= p_from
  )
  select e.id, e.person_id, e.activity_id, e.starts_on, e.last_on, e.fixed_part_cents,
         (sum(e.fixed_part_cents) over (partition by e.activity_id))::bigint,
         coalesce((select -sum(a.balance_cents) from terreau.account a
                    where a.cooperative_id = p_cooperative and a.activity_id = e.activity_id), 0)::bigint
    from employed e
$$;
