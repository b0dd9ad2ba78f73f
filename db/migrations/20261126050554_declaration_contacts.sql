-- How somebody was reached about a month they have not declared: a reminder that left, a link handed over, a
-- call by staff with what was said. Once they spoke, reminders stop.
create table terreau.declaration_contact (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  kind text not null check (kind in ('reminder', 'share', 'call')),
  channel text not null check (channel in ('email', 'copy', 'sms', 'whatsapp', 'phone')),
  answer text check (answer in (
    'will_declare', 'nothing_to_declare', 'needs_help', 'has_problem', 'other', 'no_answer', 'wrong_number')),
  step text check (step in ('wait', 'call_again', 'declare_together', 'meet', 'none')),
  next_on date,
  note text not null default '',
  done_on date not null,
  -- Null when a job did it.
  done_by uuid references terreau.app_user (id),
  recorded_at timestamptz not null default now(),
  primary key (cooperative_id, id),
  constraint declaration_contact_call_says check (
    (kind = 'call' and answer is not null and step is not null and done_by is not null)
    or (kind <> 'call' and answer is null and step is null and next_on is null and note = '')),
  constraint declaration_contact_person_fkey foreign key (cooperative_id, person_id)
    references terreau.person (cooperative_id, id)
);
create index declaration_contact_month on terreau.declaration_contact (cooperative_id, month, person_id);
create unique index declaration_contact_once_a_day
  on terreau.declaration_contact (cooperative_id, person_id, month, done_on) where kind = 'reminder';
call terreau.protect('terreau.declaration_contact', 'select, insert', true);

-- A message that says nothing any more after a day: it is dropped instead of sent after it.
alter table terreau.mail add column useful_until date;

-- Erasing contacts erases the words of a call with them.
alter function terreau.personal_fields() rename to personal_fields_before_calls;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_calls()
  union all values
  ('contact', 10, 'declaration_contact', $$t.person_id = any($2) and t.note <> ''$$, $${"note": "''"}$$::jsonb)
$fields$;
