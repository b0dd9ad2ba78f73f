-- Who helped whom, year by year, moved by the statement that changes a session: ten years of help are read from
-- pairs, not from sessions. A line without days is of a pair whose help was disputed, corrected or taken back.
create table terreau.help_year (
  cooperative_id uuid not null references terreau.cooperative (id),
  tutor_person_id uuid not null,
  tutee_person_id uuid not null,
  year integer not null,
  first_on date,
  last_on date,
  constraint help_year_pkey primary key (cooperative_id, tutor_person_id, tutee_person_id, year),
  constraint help_year_days check ((first_on is null) = (last_on is null) and first_on <= last_on)
);
create index help_year_tutee on terreau.help_year (cooperative_id, tutee_person_id);
call terreau.protect('terreau.help_year', 'select, insert, update');

create type terreau.help_key as (cooperative_id uuid, tutor_person_id uuid, tutee_person_id uuid, year integer);

-- Whether a session is help that counts, for the people who said yes to it.
create function terreau.is_help(p_state text, p_cancelled_at timestamptz) returns boolean
language sql immutable
as $$ select p_state in ('confirmed', 'approved') and p_cancelled_at is null $$;

-- The lines are held first, in the order of their keys, and counted by a second statement: it sees what another
-- transaction wrote about the same pair while this one waited for it.
create function terreau.recount_help(p_keys terreau.help_key[]) returns void
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  if cardinality(p_keys) = 0 then return; end if;
  insert into terreau.help_year as h (cooperative_id, tutor_person_id, tutee_person_id, year)
  select distinct k.cooperative_id, k.tutor_person_id, k.tutee_person_id, k.year from unnest(p_keys) k order by 1, 2, 3, 4
  on conflict on constraint help_year_pkey do update set first_on = h.first_on;
  update terreau.help_year h set first_on = d.first_on, last_on = d.last_on
    from (
      select k.cooperative_id, k.tutor_person_id, k.tutee_person_id, k.year, min(s.held_on) as first_on, max(s.held_on) as last_on
        from (select distinct k.cooperative_id, k.tutor_person_id, k.tutee_person_id, k.year from unnest(p_keys) k) k
        left join (terreau.tutoring_part p
          join terreau.tutoring_session s on s.cooperative_id = p.cooperative_id and s.id = p.session_id
           and terreau.is_help(s.state, s.cancelled_at))
          on p.cooperative_id = k.cooperative_id and p.tutor_person_id = k.tutor_person_id
         and p.tutee_person_id = k.tutee_person_id and p.answer = 'yes' and extract(year from s.held_on) = k.year
       group by 1, 2, 3, 4) d
   where h.cooperative_id = d.cooperative_id and h.tutor_person_id = d.tutor_person_id
     and h.tutee_person_id = d.tutee_person_id and h.year = d.year
     and (h.first_on, h.last_on) is distinct from (d.first_on, d.last_on);
end
$$;

create function terreau.count_help() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  if tg_table_name = 'tutoring_part' then
    -- Written after its session: of one that is noted nothing is help yet.
    perform terreau.recount_help(array(
      select row(p.cooperative_id, p.tutor_person_id, p.tutee_person_id, extract(year from s.held_on))::terreau.help_key
        from new_rows p
        join terreau.tutoring_session s on s.cooperative_id = p.cooperative_id and s.id = p.session_id
       where terreau.is_help(s.state, s.cancelled_at)));
    return null;
  end if;
  perform terreau.recount_help(array(
    select row(p.cooperative_id, p.tutor_person_id, p.tutee_person_id, y.year)::terreau.help_key
      from old_rows o
      join new_rows n on n.cooperative_id = o.cooperative_id and n.id = o.id
      join terreau.tutoring_part p on p.cooperative_id = n.cooperative_id and p.session_id = n.id
      cross join lateral (values (extract(year from o.held_on)), (extract(year from n.held_on))) as y (year)
     where (terreau.is_help(o.state, o.cancelled_at), o.held_on, o.confirmed_count)
        is distinct from (terreau.is_help(n.state, n.cancelled_at), n.held_on, n.confirmed_count)));
  return null;
end
$$;
create trigger help_inserted after insert on terreau.tutoring_part
  referencing new table as new_rows for each statement execute function terreau.count_help();
create trigger help_updated after update on terreau.tutoring_session
  referencing old table as old_rows new table as new_rows for each statement execute function terreau.count_help();

insert into terreau.help_year
select p.cooperative_id, p.tutor_person_id, p.tutee_person_id, extract(year from s.held_on), min(s.held_on), max(s.held_on)
  from terreau.tutoring_part p
  join terreau.tutoring_session s on s.cooperative_id = p.cooperative_id and s.id = p.session_id
 where p.answer = 'yes' and terreau.is_help(s.state, s.cancelled_at)
 group by 1, 2, 3, 4;

-- The approved hours of a structure in a year, by whoever gave them, are read from this index alone.
create index tutoring_session_volunteered on terreau.tutoring_session (cooperative_id, host_id, held_on)
  include (tutor_person_id, minutes) where state = 'approved' and kind = 'volunteer' and cancelled_at is null;
