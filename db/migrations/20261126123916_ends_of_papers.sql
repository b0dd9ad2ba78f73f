-- A permit without a last day is chased until staff write the day, or why it has none.
alter table terreau.permit
  add column no_end_reason text not null default '' constraint permit_no_end_reason
    check (length(no_end_reason) <= 200 and (no_end_reason = '' or valid_until is null));
create index permit_without_end on terreau.permit (cooperative_id, recorded_at)
  where replaced_at is null and valid_until is null and no_end_reason = '';

-- One alert for each threshold before the last day of a paper that is no permit.
create table terreau.paper_alert (
  cooperative_id uuid not null references terreau.cooperative (id),
  document_id uuid not null,
  last_day date not null,
  days integer not null constraint paper_alert_days check (days between 0 and 365),
  alerted_on date not null,
  was_person_mailed boolean not null,
  was_referent_mailed boolean not null,
  recorded_at timestamptz not null default now(),
  primary key (cooperative_id, document_id, last_day, days),
  constraint paper_alert_document_fkey foreign key (cooperative_id, document_id)
    references terreau.document (cooperative_id, id)
);
call terreau.protect('terreau.paper_alert', 'select, insert', true);
comment on table terreau.paper_alert is 'The end of a paper that somebody was told of, once at each threshold.';

-- The papers that end are found by their day; a cooperative keeps far more receipts than these.
create index document_version_expires on terreau.document_version (cooperative_id, expires_on) where expires_on is not null;
create index piece_expires on terreau.piece (cooperative_id, expires_on) where state = 'accepted' and expires_on is not null;
create index piece_document on terreau.piece (cooperative_id, document_id) where document_id is not null;

-- The reason speaks of the person: it goes with the rest of the permit.
alter function terreau.personal_fields() rename to personal_fields_before_permit_ends;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_permit_ends()
  union all
  values ('right_to_work', 4, 'permit', $$t.person_id = any($2) and t.no_end_reason <> ''$$, $${"no_end_reason": "''"}$$::jsonb)
$fields$;
