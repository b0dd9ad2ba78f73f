-- The shares of every activity sum to the whole, in thousandths (C. trav. R7331-6).
select m.cooperative_id, m.activity_id, sum(m.share_permille) as given
  from terreau.activity_member m
 group by m.cooperative_id, m.activity_id
having sum(m.share_permille) <> 1000;
