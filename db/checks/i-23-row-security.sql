-- I-23 Every table of a cooperative is behind row-level security that binds even its owner.
select c.relname as table_name,
       case when not c.relrowsecurity then 'row security is off'
            when not c.relforcerowsecurity then 'the owner is not bound'
            else 'no policy' end as fault
  from pg_class c
 where c.relnamespace = 'terreau'::regnamespace and c.relkind in ('r', 'p')
   and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'cooperative_id'
                  and not a.attisdropped)
   -- Sessions and public codes open before a cooperative is known: their own policies guard them.
   and c.relname not in ('session', 'public_code')
   and not (c.relrowsecurity and c.relforcerowsecurity
            and exists (select 1 from pg_policy p where p.polrelid = c.oid))
 order by 1
