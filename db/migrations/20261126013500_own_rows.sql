-- Two files of one person are one for them too: a session names the kept file first, then those merged into
-- it. One round trip opens a request, as before.

drop function terreau.open_session(bytea);
create function terreau.open_session(p_token_hash bytea)
returns table (session_id uuid, user_id uuid, cooperative_id uuid, person_ids uuid[], roles text[],
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
    select s.id, s.user_id, s.cooperative_id, terreau.rows_of_user(s.cooperative_id, s.user_id),
           held, u.display_name, u.locale, s.assurance, pg_backend_pid()
      from terreau.app_user u where u.id = s.user_id;
end
$$;

-- The rows of `person` that are somebody: the kept file, then those merged into it; none for most staff.
create function terreau.rows_of_user(p_cooperative uuid, p_user uuid) returns uuid[]
language sql stable
as $$
  select coalesce((
    select array(select terreau.file_ids(p_cooperative, coalesce(p.merged_into_id, p.id)))
      from terreau.membership m
      join terreau.person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
     where m.user_id = p_user and m.cooperative_id = p_cooperative
     order by m.person_id limit 1), '{}')
$$;
grant execute on function terreau.open_session(bytea), terreau.rows_of_user(uuid, uuid) to terreau_app;
