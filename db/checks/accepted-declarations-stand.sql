-- A declaration is accepted exactly when one of its acceptances stands, booked in its own month.
select d.cooperative_id, d.id as declaration_id, d.state, count(a.id) as standing
  from terreau.declaration d
  left join terreau.standing_acceptance a on a.cooperative_id = d.cooperative_id and a.declaration_id = d.id
                                         and a.month = d.month and a.concerns_month = d.concerns_month
 group by d.cooperative_id, d.id, d.state
having count(a.id) <> case d.state when 'accepted' then 1 else 0 end
 order by 1, 2
