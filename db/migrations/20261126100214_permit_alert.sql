-- One alert for each threshold before the last day of a permit: the person and whoever follows them were told.
-- A recorded receipt moves the last day, and the alerts of the new day begin.
create table terreau.permit_alert (
  cooperative_id uuid not null references terreau.cooperative (id),
  permit_id uuid not null,
  last_day date not null,
  days integer not null constraint permit_alert_days check (days in (120, 90, 60, 30, 7, 0)),
  alerted_on date not null,
  was_person_mailed boolean not null,
  was_referent_mailed boolean not null,
  recorded_at timestamptz not null default now(),
  primary key (cooperative_id, permit_id, last_day, days),
  constraint permit_alert_permit_fkey foreign key (cooperative_id, permit_id) references terreau.permit (cooperative_id, id)
);
call terreau.protect('terreau.permit_alert', 'select, insert', true);
