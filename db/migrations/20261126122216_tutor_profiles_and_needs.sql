-- What a tutor offers, the charter they accept, and what people ask help for: what staff need to form pairs.

-- The charter of tutors, as the cooperative wrote it; the last version stands, and is accepted anew.
create table terreau.tutor_charter (
  cooperative_id uuid not null references terreau.cooperative (id),
  version integer not null constraint tutor_charter_version check (version > 0),
  body text not null constraint tutor_charter_body check (body <> ''),
  published_at timestamptz not null default now(),
  published_by uuid not null,
  constraint tutor_charter_pkey primary key (cooperative_id, version)
);
call terreau.protect('terreau.tutor_charter', 'select, insert', true);
comment on table terreau.tutor_charter is 'Versions of the charter of tutors; the last one stands.';

create table terreau.tutor_charter_acceptance (
  cooperative_id uuid not null references terreau.cooperative (id),
  person_id uuid not null,
  version integer not null,
  accepted_on date not null,
  -- The tutor on their phone, or staff who hold the signed paper.
  said_by text not null constraint tutor_charter_acceptance_said_by check (said_by in ('person', 'staff')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  constraint tutor_charter_acceptance_pkey primary key (cooperative_id, person_id, version),
  constraint tutor_charter_acceptance_person_fkey foreign key (cooperative_id, person_id)
    references terreau.person (cooperative_id, id),
  constraint tutor_charter_acceptance_charter_fkey foreign key (cooperative_id, version)
    references terreau.tutor_charter (cooperative_id, version)
);
call terreau.protect('terreau.tutor_charter_acceptance', 'select, insert', true);
comment on table terreau.tutor_charter_acceptance is 'Who accepted which version of the charter of tutors, and when.';

create table terreau.tutor_profile (
  cooperative_id uuid not null references terreau.cooperative (id),
  person_id uuid not null,
  version integer not null default 1,
  skills text[] not null default '{}',
  languages text[] not null default '{}',
  forms text[] not null default '{}' constraint tutor_profile_forms check (forms <@ array['in_person', 'phone', 'video']),
  moments text[] not null default '{}' constraint tutor_profile_moments check (moments <@ array['weekday', 'evening', 'weekend']),
  town text not null default '',
  most_tutees integer not null constraint tutor_profile_most_tutees check (most_tutees between 0 and 20),
  is_open boolean not null,
  kind text not null default 'volunteer' constraint tutor_profile_kind check (kind in ('volunteer', 'paid')),
  -- Where they help; whether a volunteer may be there is decided when a pair is formed.
  host_id uuid,
  said_by text not null constraint tutor_profile_said_by check (said_by in ('person', 'staff')),
  updated_at timestamptz not null default now(),
  updated_by uuid not null,
  constraint tutor_profile_pkey primary key (cooperative_id, person_id),
  constraint tutor_profile_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint tutor_profile_host_fkey foreign key (cooperative_id, host_id) references terreau.host_structure (cooperative_id, id)
);
call terreau.protect('terreau.tutor_profile', 'select, insert, update');
comment on table terreau.tutor_profile is 'What a tutor offers and how many people they can help at once.';

create table terreau.tutoring_need (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  subject text not null,
  languages text[] not null constraint tutoring_need_languages check (cardinality(languages) > 0),
  urgency text not null constraint tutoring_need_urgency check (urgency in ('this_week', 'this_month', 'no_hurry')),
  form text not null constraint tutoring_need_form check (form in ('any', 'in_person', 'phone', 'video')),
  moments text[] not null default '{}' constraint tutoring_need_moments check (moments <@ array['weekday', 'evening', 'weekend']),
  town text not null default '',
  words text not null default '',
  asked_at timestamptz not null default now(),
  said_by text not null constraint tutoring_need_said_by check (said_by in ('person', 'staff')),
  recorded_by uuid not null,
  closed_at timestamptz,
  closed_as text constraint tutoring_need_closed_as check (closed_as in ('met', 'withdrawn')),
  relation_id uuid,
  constraint tutoring_need_pkey primary key (cooperative_id, id),
  constraint tutoring_need_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint tutoring_need_relation_fkey foreign key (cooperative_id, relation_id)
    references terreau.tutoring_relation (cooperative_id, id),
  constraint tutoring_need_closed check ((closed_at is null) = (closed_as is null)),
  constraint tutoring_need_met check ((relation_id is not null) = (closed_as is not distinct from 'met'))
);
-- One request at a time about a subject: the same words twice are the same wait.
create unique index tutoring_need_waiting_key on terreau.tutoring_need (cooperative_id, person_id, subject) where closed_at is null;
create index tutoring_need_waiting on terreau.tutoring_need (cooperative_id, asked_at, id) where closed_at is null;
create index tutoring_need_closed_at on terreau.tutoring_need (cooperative_id, closed_at desc, id desc) where closed_at is not null;
call terreau.protect('terreau.tutoring_need', 'select, insert, update');
comment on table terreau.tutoring_need is 'What somebody asks a tutor for, and how long they have been waiting.';

-- Erased with tutoring: what somebody asked for and offered. That the charter was accepted stays, without words.
alter function terreau.personal_fields() rename to personal_fields_before_needs;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_needs()
  union all values
  ('tutoring', 3, 'tutoring_need', $$t.person_id = any($2)$$, null::jsonb),
  ('tutoring', 4, 'tutor_profile', $$t.person_id = any($2)$$, null::jsonb)
$fields$;
