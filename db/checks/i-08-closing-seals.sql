-- I-08 The seal of each closed month is the hash of its entries and figures after the seal before it.
-- Entries count by their fingerprints, which a check of their own compares with what the entries say.
with closed as (
  select c.*, lag(c.sha256) over w as sha256_before, lag(c.month) over w as month_before
    from terreau.closing c window w as (partition by c.cooperative_id order by c.month, c.version))
select c.cooperative_id, c.month, c.version, 'does not match its content' as fault
  from closed c
 where c.sha256 <> case c.seal_format
         when 1 then terreau.month_seal_of_texts(c.cooperative_id, c.month, c.version, c.previous_sha256)
         else terreau.month_seal(c.cooperative_id, c.month, c.version, c.previous_sha256,
                terreau.frozen_digest(c.cooperative_id, c.month, c.version)) end
union all
select c.cooperative_id, c.month, c.version, 'does not follow the month before'
  from closed c
 where c.previous_sha256 <> coalesce(c.sha256_before, ''::bytea)
    or (c.month_before is not null
        and c.month_before <> case c.version when 1 then to_char((c.month || '-01')::date - interval '1 month', 'YYYY-MM')
                                           else c.month end)
 order by 1, 2, 4
