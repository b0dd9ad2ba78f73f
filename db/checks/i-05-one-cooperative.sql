-- I-05 What belongs together belongs to one cooperative: foreign keys between its tables carry its key.
with owned as (
  select a.attrelid as table_id, a.attnum from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
   where c.relnamespace = 'terreau'::regnamespace and a.attname = 'cooperative_id' and not a.attisdropped)
select k.conrelid::regclass::text as table_name, k.conname as foreign_key
  from pg_constraint k
  join owned f on f.table_id = k.conrelid
  join owned t on t.table_id = k.confrelid
 where k.contype = 'f'
   and not exists (select 1 from unnest(k.conkey, k.confkey) as pair (own, other)
                    where pair.own = f.attnum and pair.other = t.attnum)
 order by 1, 2
