-- I-33 Each line of the journal is chained to the one before, without a hole, up to the head; what was erased is recorded.
with chained as (
  select e as entry, e.cooperative_id, e.n, e.hash, e.previous_hash,
         lag(e.hash) over w as hash_before, lag(e.n) over w as n_before
    from terreau.audit_entry e window w as (partition by e.cooperative_id order by e.n)),
told as (
  -- What the lines about erasures say: only they can vouch for a content that is gone.
  select e.cooperative_id, e.after->>'redaction' as redaction_id, e.after->>'digest' as digest
    from terreau.audit_entry e where e.action = 'personal-data.erased')
select c.cooperative_id, c.n, 'does not match its content' as fault
  from chained c
  left join terreau.audit_redaction a on a.cooperative_id = c.cooperative_id and a.n = c.n
 where case when a.n is null then c.hash <> terreau.audit_hash(c.entry)
       else c.hash <> a.kept_hash or a.rest_hash <> terreau.audit_hash(c.entry) end
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
union all
select r.cooperative_id, null, 'erasure ' || r.id || ' is not what its line of the journal says'
  from terreau.redaction r
 where not exists (select 1 from told t where t.cooperative_id = r.cooperative_id and t.redaction_id = r.id::text
                     and t.digest = terreau.redaction_digest(r.cooperative_id, r.id))
 order by 1, 2, 3
