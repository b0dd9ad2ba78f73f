-- Several people on one activity: a prior convention, and shares that sum to the whole (C. trav. R7331-6).

create table terreau.activity_convention (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  number text not null,
  activity_id uuid not null,
  starts_on date not null,
  state text not null check (state in ('draft', 'to_sign', 'in_force', 'replaced', 'cancelled')),
  terms jsonb not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint activity_convention_activity_fkey foreign key (cooperative_id, activity_id) references terreau.activity (cooperative_id, id)
);
create unique index activity_convention_number_key on terreau.activity_convention (cooperative_id, number);
create index activity_convention_activity on terreau.activity_convention (cooperative_id, activity_id);
-- A new convention replaces the one before; two at once would share an activity twice.
create unique index activity_convention_in_force_key on terreau.activity_convention (cooperative_id, activity_id) where state = 'in_force';
create unique index activity_convention_pending_key on terreau.activity_convention (cooperative_id, activity_id) where state in ('draft', 'to_sign');
call terreau.protect('terreau.activity_convention', 'select, insert, update');

create table terreau.activity_convention_share (
  cooperative_id uuid not null references terreau.cooperative (id),
  convention_id uuid not null,
  person_id uuid not null,
  share_permille integer not null check (share_permille between 1 and 999),
  primary key (cooperative_id, convention_id, person_id),
  constraint activity_convention_share_convention_fkey foreign key (cooperative_id, convention_id)
    references terreau.activity_convention (cooperative_id, id),
  constraint activity_convention_share_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
create index activity_convention_share_person on terreau.activity_convention_share (cooperative_id, person_id);
call terreau.protect('terreau.activity_convention_share', 'select, insert, delete');

-- Somebody who has left keeps the months behind them; a share of nothing is a member of the past.
alter table terreau.activity_member drop constraint activity_member_share_permille_check;
alter table terreau.activity_member add constraint activity_member_share check (share_permille between 0 and 1000);

-- The shares of an activity sum to the whole, whoever writes them: looked at when the transaction commits.
create function terreau.check_shares_whole() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare given bigint;
begin
  select sum(m.share_permille) into given from terreau.activity_member m
   where m.cooperative_id = new.cooperative_id and m.activity_id = new.activity_id;
  if given <> 1000 then
    raise exception 'the shares of activity % sum to %', new.activity_id, given
      using errcode = 'check_violation', constraint = 'activity_shares_whole';
  end if;
  return null;
end
$$;
create constraint trigger whole after insert or update on terreau.activity_member
  deferrable initially deferred for each row execute function terreau.check_shares_whole();
