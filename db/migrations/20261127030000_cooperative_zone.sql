-- Where the cooperative lives: days (today, the day of a session, a time limit) are those of its clocks.
-- The days of the books stay those of Paris, as they were written.
alter table terreau.cooperative add column time_zone text not null default 'Europe/Paris'
  constraint cooperative_time_zone_check check (time_zone in (
    'Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'America/St_Barthelemy',
    'America/Marigot', 'America/Miquelon', 'Indian/Reunion', 'Indian/Mayotte', 'Pacific/Noumea',
    'Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier', 'Pacific/Wallis'));

-- The zone of a cooperative, before its rows may be seen too; Paris for none.
create function terreau.zone_of(p_cooperative_id uuid) returns text
language sql stable security definer set search_path = terreau, pg_temp
as $$ select coalesce((select c.time_zone from terreau.cooperative c where c.id = p_cooperative_id), 'Europe/Paris') $$;
grant execute on function terreau.zone_of(uuid) to terreau_app, terreau_check;
