-- An account of shared services says what the closings of its financial year say, to the cent (C. trav. R7331-9).
select m.cooperative_id, m.first_month, m.version, m.month
  from terreau.shared_services_month m
  left join (
    select l.cooperative_id, l.month, l.version, sum(l.contribution_cents) as contribution,
           sum(l.accident_cover_cents) as cover
      from terreau.closing_line l
     where (l.cooperative_id, l.month, l.version) in (
             select cooperative_id, month, closing_version from terreau.shared_services_month)
     group by l.cooperative_id, l.month, l.version) c
    on c.cooperative_id = m.cooperative_id and c.month = m.month and c.version = m.closing_version
 where (m.contribution_cents, m.accident_cover_cents)
   is distinct from (coalesce(c.contribution, 0), coalesce(c.cover, 0));
