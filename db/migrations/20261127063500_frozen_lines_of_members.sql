-- That a frozen line is about somebody of its activity was a key, looked for (and locked) row by row: a sixth of what
-- freezing a small month costs. The lines of a month come as one set, so they are checked as one set, in the same
-- guard. A member is never taken out: the product may not delete one nor give one another activity or person.
revoke update on terreau.activity_member from terreau_app;
grant update (share_permille) on terreau.activity_member to terreau_app;
alter table terreau.closing_line drop constraint closing_line_member_fkey;

create or replace function terreau.guard_closing_line() returns trigger
language plpgsql set search_path = terreau, pg_temp as $$
declare found_month text; found_activity uuid;
begin
  select a.month into found_month
    from (select distinct cooperative_id, month, version from added) a
   where not exists (select 1 from terreau.closing c
                      where c.cooperative_id = a.cooperative_id and c.month = a.month and c.version = a.version
                        and c.transaction = pg_current_xact_id())
   limit 1;
  if found then
    raise exception 'month % is closed', found_month using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  select a.activity_id into found_activity
    from added a
   where not exists (select 1 from terreau.activity_member m
                      where m.cooperative_id = a.cooperative_id and m.activity_id = a.activity_id
                        and m.person_id = a.person_id)
   limit 1;
  if found then
    raise exception 'a frozen line of activity % is about nobody of it', found_activity
      using errcode = 'foreign_key_violation', constraint = 'closing_line_member', table = 'closing_line';
  end if;
  return null;
end
$$;
