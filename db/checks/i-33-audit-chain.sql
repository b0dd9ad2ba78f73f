-- I-33 Each line of the journal is chained to the one before, without a hole, up to the head.
with chained as (
  select e as entry, e.cooperative_id, e.n, e.hash, e.previous_hash,
         lag(e.hash) over w as hash_before, lag(e.n) over w as n_before
    from terreau.audit_entry e window w as (partition by e.cooperative_id order by e.n))
select c.cooperative_id, c.n, 'does not match its content' as fault
  from chained c where c.hash <> terreau.audit_hash(c.entry)
union all
select c.cooperative_id, c.n, 'does not follow the line before'
  from chained c
 where c.previous_hash <> coalesce(c.hash_before, ''::bytea) or c.n <> coalesce(c.n_before, 0) + 1
union all
select h.cooperative_id, h.n, 'the head is not the last line'
  from terreau.audit_head h
  left join lateral (select e.n, e.hash from terreau.audit_entry e
                      where e.cooperative_id = h.cooperative_id order by e.n desc limit 1) l on true
 where (h.n, h.hash) is distinct from (coalesce(l.n, 0), coalesce(l.hash, ''::bytea))
 order by 1, 2, 3
