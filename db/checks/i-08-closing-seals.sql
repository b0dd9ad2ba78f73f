-- I-08 The seal of each closed month is the hash of its entries and figures after the seal before it.
with closed as (
  select c.*, lag(c.sha256) over w as sha256_before, lag(c.month) over w as month_before
    from terreau.closing c window w as (partition by c.cooperative_id order by c.month, c.version))
select c.cooperative_id, c.month, c.version, 'does not match its content' as fault
  from closed c
 where c.sha256 <> terreau.month_seal(c.cooperative_id, c.month, c.version, c.previous_sha256)
union all
select c.cooperative_id, c.month, c.version, 'does not follow the month before'
  from closed c
 where c.previous_sha256 <> coalesce(c.sha256_before, ''::bytea)
    or (c.month_before is not null
        and c.month_before <> to_char((c.month || '-01')::date - interval '1 month', 'YYYY-MM'))
 order by 1, 2, 4
