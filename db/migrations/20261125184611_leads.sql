-- The path before a file: who asked, the information meetings, the interview, the decision. A contact holds
-- a name, a way to reach the person, their consent and who sent them, and nothing else.

create table terreau.lead (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  search_name text not null,
  email text not null default '',
  phone text not null default '',
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  consented_on date not null,
  origin text not null check (origin in ('prescriber', 'club', 'word_of_mouth', 'information_meeting', 'web', 'other')),
  origin_name text not null default '',
  stage text not null check (stage in ('lead', 'info_meeting_attended', 'diagnosis', 'not_now', 'refused', 'withdrawn', 'admitted')),
  last_contact_on date not null,
  -- When it is erased unless something happens before; null once the person has a file.
  delete_on date,
  person_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint lead_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint lead_is_reachable check (email <> '' or phone <> ''),
  constraint lead_admitted_has_file check (person_id is null or stage = 'admitted'),
  constraint lead_is_erased_one_day check (person_id is not null or delete_on is not null)
);
create unique index lead_person_key on terreau.lead (cooperative_id, person_id) where person_id is not null;
create index lead_list on terreau.lead (cooperative_id, stage, last_contact_on desc, id);
create index lead_delete_on on terreau.lead (cooperative_id, delete_on) where delete_on is not null;
-- Contacts are erased for good once their time is over.
call terreau.protect('terreau.lead', 'select, insert, update, delete');
comment on table terreau.lead is 'Somebody who asked and has no file yet.';

-- Never updated (the grant says so); erased with its contact.
create table terreau.lead_act (
  cooperative_id uuid not null references terreau.cooperative (id),
  lead_id uuid not null,
  n integer not null,
  act text not null check (act in ('contact', 'attend', 'interview', 'admit', 'postpone', 'refuse', 'withdraw', 'reopen', 'open_file')),
  done_on date not null,
  stage text not null,
  reason text,
  words text not null default '',
  result text check (result in ('ready', 'needs_work', 'does_not_fit')),
  -- Who led the interview; who wrote it down is recorded_by.
  led_by uuid references terreau.app_user (id),
  -- What the decision said, subject and body; mail_id when it left by mail.
  letter jsonb,
  mail_id uuid,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (cooperative_id, lead_id, n),
  constraint lead_act_lead_fkey foreign key (cooperative_id, lead_id) references terreau.lead (cooperative_id, id) on delete cascade,
  constraint lead_act_mail_fkey foreign key (cooperative_id, mail_id) references terreau.mail (cooperative_id, id),
  constraint lead_act_says_why check (act not in ('postpone', 'refuse', 'withdraw') or reason is not null),
  constraint lead_act_interview_found check (act <> 'interview' or result is not null)
);
call terreau.protect('terreau.lead_act', 'select, insert, delete');
comment on table terreau.lead_act is 'What happened before a file, with its day, who wrote it down and why.';

create table terreau.info_meeting (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  held_on date not null,
  starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null check (place <> ''),
  -- Everybody in the room, named or not: a number, never a list.
  head_count integer check (head_count between 0 and 10000),
  counted_at timestamptz,
  cancelled_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (cooperative_id, id)
);
create index info_meeting_list on terreau.info_meeting (cooperative_id, held_on desc, id);
call terreau.protect('terreau.info_meeting', 'select, insert, update');

create table terreau.info_meeting_guest (
  cooperative_id uuid not null references terreau.cooperative (id),
  meeting_id uuid not null,
  lead_id uuid not null,
  invited_at timestamptz not null default now(),
  invited_by text not null,
  came boolean,
  noted_at timestamptz,
  primary key (cooperative_id, meeting_id, lead_id),
  constraint info_meeting_guest_meeting_fkey foreign key (cooperative_id, meeting_id) references terreau.info_meeting (cooperative_id, id),
  constraint info_meeting_guest_lead_fkey foreign key (cooperative_id, lead_id) references terreau.lead (cooperative_id, id) on delete cascade
);
create index info_meeting_guest_lead on terreau.info_meeting_guest (cooperative_id, lead_id);
call terreau.protect('terreau.info_meeting_guest', 'select, insert, update, delete');
