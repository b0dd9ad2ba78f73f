-- I-07 A closed month holds no declaration that waits, and nothing was written in it afterwards.
-- A month that was opened again is closed when its last closing stands. The hour leaves room for what began before the closing and was committed before it.
select d.cooperative_id, d.month, d.id as row_id, 'declaration ' || d.state as fault
  from terreau.declaration d
  join terreau.standing_closing c on c.cooperative_id = d.cooperative_id and c.month = d.month
 where d.state in ('submitted', 'question')
union all
select p.cooperative_id, p.month, p.id, 'posting after the closing'
  from terreau.posting p
  join terreau.standing_closing c on c.cooperative_id = p.cooperative_id and c.month = p.month
 where p.posted_at > c.closed_at + interval '1 hour'
union all
select a.cooperative_id, a.month, a.id, 'acceptance after the closing'
  from terreau.acceptance a
  join terreau.standing_closing c on c.cooperative_id = a.cooperative_id and c.month = a.month
 where a.accepted_at > c.closed_at + interval '1 hour'
union all
select u.cooperative_id, a.month, a.id, 'acceptance undone after the closing'
  from terreau.acceptance_undo u
  join terreau.acceptance a on a.cooperative_id = u.cooperative_id and a.id = u.acceptance_id
  join terreau.standing_closing c on c.cooperative_id = a.cooperative_id and c.month = a.month
 where u.undone_at > c.closed_at + interval '1 hour'
 order by 1, 2, 3
