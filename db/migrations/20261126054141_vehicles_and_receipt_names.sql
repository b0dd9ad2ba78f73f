-- Kilometres are paid by person, vehicle and calendar year: each vehicle has its own line. A trip without one was
-- made with the car of the activity, known by its fiscal horsepower.
create table terreau.vehicle (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('car', 'motorcycle', 'moped')),
  label text not null check (label <> ''),
  fiscal_horsepower integer not null check (fiscal_horsepower between 1 and 50),
  is_electric boolean not null default false,
  from_on date not null,
  until_on date,
  -- Kilometres paid elsewhere in the year it came, so that its brackets go on.
  brought_year integer,
  brought_km integer not null default 0 check (brought_km between 0 and 1000000),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (cooperative_id, id),
  constraint vehicle_ends_after_start check (until_on is null or until_on >= from_on),
  constraint vehicle_brought_in_a_year check (brought_km = 0 or brought_year is not null),
  constraint vehicle_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
create index vehicle_person on terreau.vehicle (cooperative_id, person_id);
call terreau.protect('terreau.vehicle', 'select, insert, update');

alter table terreau.trip_line
  add column vehicle_id uuid,
  add column vehicle_kind text not null default 'car' check (vehicle_kind in ('car', 'motorcycle', 'moped')),
  add column is_electric boolean not null default false,
  add constraint trip_line_vehicle_fkey foreign key (cooperative_id, vehicle_id) references terreau.vehicle (cooperative_id, id);
create index trip_line_vehicle on terreau.trip_line (cooperative_id, vehicle_id) where vehicle_id is not null;

-- In whose name the receipt is, as the person says; empty when nobody asked.
alter table terreau.expense_line
  add column receipt_name text not null default '' check (receipt_name in ('', 'cooperative', 'own', 'none'));

alter function terreau.personal_fields() rename to personal_fields_before_vehicles;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_vehicles()
  union all values
  ('contact', 11, 'vehicle', $$t.person_id = any($2) and t.label <> '…'$$, $${"label": "'…'"}$$::jsonb)
$fields$;
