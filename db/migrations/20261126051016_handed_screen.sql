-- A screen that staff give to a person who signs at the office: the session behind it opens that one signature
-- and nothing else, until the code that the member of staff chose is typed, or until it ends.

alter table terreau.session
  add column handed_signature_id uuid,
  add column handed_position integer,
  add column handed_reason text,
  add column handed_code_hash bytea,
  add column handed_tries integer not null default 0,
  add constraint session_handed_whole check (
    num_nonnulls(handed_signature_id, handed_position, handed_reason, handed_code_hash) in (0, 4)),
  add constraint session_handed_signature foreign key (cooperative_id, handed_signature_id)
    references terreau.signature_request (cooperative_id, id);

drop function terreau.open_session(bytea);
create function terreau.open_session(p_token_hash bytea)
returns table (session_id uuid, user_id uuid, cooperative_id uuid, person_ids uuid[], roles text[],
               display_name text, locale text, assurance text, handed_signature_id uuid,
               handed_position integer, handed_reason text, backend integer)
language plpgsql security definer set search_path = terreau, pg_temp
as $$
declare
  s record;
  x record;
  held text[];
begin
  perform set_config('app.user', '', true), set_config('app.cooperative', '', true);
  select f.* into s from terreau.find_session(p_token_hash) f;
  if not found then return; end if;
  -- The session row was found by its secret; the settings make the policies of membership agree.
  perform set_config('app.user', s.user_id::text, true), set_config('app.cooperative', s.cooperative_id::text, true);
  held := array(select m.role from terreau.membership m
                 where m.user_id = s.user_id and m.cooperative_id = s.cooperative_id order by m.role);
  select o.expires_at - o.created_at > interval '12 hours' as is_long, o.handed_signature_id, o.handed_position,
         o.handed_reason
    into x from terreau.session o where o.id = s.id;
  if held = '{}' or (x.is_long and held && array['direction', 'adviser', 'accountant']) then
    perform set_config('app.user', '', true), set_config('app.cooperative', '', true);
    return;
  end if;
  if s.last_seen_at < now() - interval '5 minutes' then
    update terreau.session o set last_seen_at = now(), idle_expires_at = now() + (o.idle_expires_at - o.last_seen_at)
     where o.id = s.id;
  end if;
  return query
    select s.id, s.user_id, s.cooperative_id, terreau.rows_of_user(s.cooperative_id, s.user_id),
           held, u.display_name, u.locale, s.assurance, x.handed_signature_id, x.handed_position,
           x.handed_reason, pg_backend_pid()
      from terreau.app_user u where u.id = s.user_id;
end
$$;
grant execute on function terreau.open_session(bytea) to terreau_app;
