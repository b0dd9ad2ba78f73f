-- The legal clocks of people that still run, as packages/domain computes them: written again, person by
-- person, by every act that can move one. Who reaches what by when is one range of an index.
create table terreau.legal_clock (
  cooperative_id uuid not null references terreau.cooperative (id),
  person_id uuid not null,
  n integer not null check (n >= 1),
  contract_id uuid,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  ends_on date not null,
  -- The first day on which somebody should know; null when nobody needs to be told.
  alert_from date,
  -- The clock itself: its sum, its count, its article.
  clock jsonb not null,
  primary key (cooperative_id, person_id, n),
  constraint legal_clock_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint legal_clock_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id)
);
create index legal_clock_end on terreau.legal_clock (cooperative_id, ends_on, person_id, n);
create index legal_clock_kind_end on terreau.legal_clock (cooperative_id, kind, ends_on, person_id, n);
create index legal_clock_contract on terreau.legal_clock (cooperative_id, contract_id);
create index person_adviser on terreau.person (cooperative_id, adviser_user_id, id) where adviser_user_id is not null;
call terreau.protect('terreau.legal_clock', 'select, insert, delete');
comment on table terreau.legal_clock is 'Projection of clocksOf: never written by hand, always whole for one person.';
