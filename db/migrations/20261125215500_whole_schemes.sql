-- What assemblies decide beyond rates: whom they exempt, which costs leave the base, and from which month a
-- decision takes the place of an earlier one for everybody who had it (C. trav. R7331-8).
alter table terreau.contribution_scheme
  add column exempt_statuses text[] not null default '{}'
    check (exempt_statuses <@ array['cape', 'cesa', 'associate', 'social_minimum']),
  add column deducted_costs text[] not null default '{}'
    check (deducted_costs <@ array['supplies', 'production_purchase', 'restaurant', 'toll', 'parking', 'electricity',
      'car_fuel', 'van_fuel', 'phone', 'hotel', 'train', 'plane', 'taxi', 'insurance', 'other', 'mileage']),
  add column replaces_id uuid,
  add column applies_from text check (applies_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  add constraint contribution_scheme_replaces_fkey foreign key (cooperative_id, replaces_id)
    references terreau.contribution_scheme (cooperative_id, id),
  add constraint contribution_scheme_replaces_from check ((replaces_id is null) = (applies_from is null)),
  add constraint contribution_scheme_replaces_another check (replaces_id <> id);
alter table terreau.contribution_scheme alter column exempt_statuses drop default, alter column deducted_costs drop default;
-- One successor each: which scheme holds in a month is one path, whoever asks.
create unique index contribution_scheme_replaces_key on terreau.contribution_scheme (cooperative_id, replaces_id)
  where replaces_id is not null;

-- The scheme that holds in a month for those whose contract names p_scheme: its last successor that applies.
create function terreau.scheme_in_month(p_cooperative uuid, p_scheme uuid, p_month text) returns uuid
language sql stable set search_path = terreau, pg_temp as $$
  with recursive held as (
    select p_scheme as id, 0 as n
    union all
    select s.id, held.n + 1
      from terreau.contribution_scheme s
      join held on s.replaces_id = held.id
     where s.cooperative_id = p_cooperative and s.applies_from <= p_month)
  select id from held order by n desc limit 1
$$;

-- From when to when a person is in a situation that an assembly may exempt, with the proof that was seen.
create table terreau.person_situation (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('social_minimum')),
  from_month text not null check (from_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  to_month text check (to_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  proof text not null check (btrim(proof) <> ''),
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint person_situation_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint person_situation_ends_after check (to_month >= from_month)
);
create index person_situation_person on terreau.person_situation (cooperative_id, person_id, from_month);
call terreau.protect('terreau.person_situation', 'select, insert, update');
