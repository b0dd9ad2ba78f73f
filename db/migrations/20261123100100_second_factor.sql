-- A second factor is prepared beside the one in use, so that beginning again never switches it off.
alter table terreau.app_user add column totp_pending_sealed text;

-- The direction takes a lost second factor away, for colleagues who belong to this cooperative alone:
-- no cooperative may weaken the way into another one.
create function terreau.forget_second_factor(p_user_id uuid) returns boolean
language plpgsql security definer set search_path = terreau, pg_temp
as $$
declare
  here uuid := terreau.current_cooperative();
  asker uuid := terreau.current_user_id();
  is_only_here boolean;
begin
  perform set_config('app.user', p_user_id::text, true);
  select coalesce(bool_and(m.cooperative_id = here), false) into is_only_here
    from terreau.membership m where m.user_id = p_user_id;
  perform set_config('app.user', coalesce(asker::text, ''), true);
  if not is_only_here then return false; end if;
  update terreau.app_user
     set totp_secret_sealed = null, totp_pending_sealed = null, totp_confirmed_at = null, totp_last_step = null
   where id = p_user_id;
  update terreau.session set revoked_at = now() where user_id = p_user_id and revoked_at is null;
  return true;
end
$$;
grant execute on function terreau.forget_second_factor(uuid) to terreau_app;
