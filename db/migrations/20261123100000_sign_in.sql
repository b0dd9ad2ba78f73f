-- Signing in: the demonstration's door, and sessions that stop fitting what their user may do.

create function terreau.demo_cooperative_id() returns uuid
language sql stable security definer set search_path = terreau, pg_temp
as $$ select id from terreau.cooperative where is_demo order by created_at limit 1 $$;
grant execute on function terreau.demo_cooperative_id() to terreau_app;

-- One round trip opens a request. A user without any role left in the cooperative has no session there,
-- and a long session (a tester's phone) ends when its user becomes staff: staff sign in for half a day.
create or replace function terreau.open_session(p_token_hash bytea)
returns table (session_id uuid, user_id uuid, cooperative_id uuid, person_id uuid, roles text[],
               display_name text, locale text, assurance text, backend integer)
language plpgsql security definer set search_path = terreau, pg_temp
as $$
declare
  s record;
  held text[];
  is_long boolean;
begin
  perform set_config('app.user', '', true), set_config('app.cooperative', '', true);
  select f.* into s from terreau.find_session(p_token_hash) f;
  if not found then return; end if;
  -- The session row was found by its secret; the settings make the policies of membership agree.
  perform set_config('app.user', s.user_id::text, true), set_config('app.cooperative', s.cooperative_id::text, true);
  held := array(select m.role from terreau.membership m
                 where m.user_id = s.user_id and m.cooperative_id = s.cooperative_id order by m.role);
  select x.expires_at - x.created_at > interval '12 hours' into is_long from terreau.session x where x.id = s.id;
  if held = '{}' or (is_long and held && array['direction', 'adviser', 'accountant']) then
    perform set_config('app.user', '', true), set_config('app.cooperative', '', true);
    return;
  end if;
  if s.last_seen_at < now() - interval '5 minutes' then
    update terreau.session x set last_seen_at = now(), idle_expires_at = now() + (x.idle_expires_at - x.last_seen_at)
     where x.id = s.id;
  end if;
  return query
    select s.id, s.user_id, s.cooperative_id,
           (select m.person_id from terreau.membership m where m.user_id = s.user_id
             and m.cooperative_id = s.cooperative_id and m.person_id is not null limit 1),
           held, u.display_name, u.locale, s.assurance, pg_backend_pid()
      from terreau.app_user u where u.id = s.user_id;
end
$$;
