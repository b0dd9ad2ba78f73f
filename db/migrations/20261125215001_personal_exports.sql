-- Copies of everything about a person, made by a job, kept for some days (GDPR art. 15 and 20); and the hold
-- that a dispute puts on a file: nothing of it is erased until somebody lifts it.

create table terreau.personal_export (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  -- The person's own copy holds sealed numbers in clear and opens for the person alone.
  asked_for text not null constraint personal_export_asked_for check (asked_for in ('person', 'office')),
  asked_by uuid not null references terreau.app_user (id),
  asked_at timestamptz not null default now(),
  reason text not null default '',
  state text not null default 'waiting' constraint personal_export_state check (state in ('waiting', 'ready', 'expired')),
  files_done integer not null default 0 constraint personal_export_done check (files_done >= 0),
  files_total integer constraint personal_export_total check (files_total >= files_done),
  ready_at timestamptz,
  expires_on date,
  byte_count bigint,
  sha256 bytea,
  primary key (cooperative_id, id),
  constraint personal_export_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint personal_export_office_says_why check (asked_for = 'person' or reason <> ''),
  constraint personal_export_ready check (state = 'waiting'
    or (ready_at is not null and expires_on is not null and byte_count is not null and sha256 is not null))
);
create index personal_export_person on terreau.personal_export (cooperative_id, person_id, asked_at desc);
create unique index personal_export_one_waiting on terreau.personal_export (cooperative_id, person_id, asked_for)
  where state = 'waiting';
create index personal_export_end on terreau.personal_export (cooperative_id, expires_on) where state = 'ready';
call terreau.protect('terreau.personal_export', 'select, insert, update');

-- The bytes of a copy, in order; deleted when it expires. stored_file keeps for ever, so it cannot hold them.
create table terreau.personal_export_part (
  cooperative_id uuid not null references terreau.cooperative (id),
  export_id uuid not null,
  n integer not null constraint personal_export_part_counts check (n > 0),
  bytes bytea not null,
  primary key (cooperative_id, export_id, n),
  constraint personal_export_part_export_fkey foreign key (cooperative_id, export_id)
    references terreau.personal_export (cooperative_id, id)
);
call terreau.protect('terreau.personal_export_part', 'select, insert, delete');

create table terreau.personal_export_download (
  cooperative_id uuid not null references terreau.cooperative (id),
  export_id uuid not null,
  id uuid not null,
  user_id uuid not null references terreau.app_user (id),
  downloaded_at timestamptz not null default now(),
  primary key (cooperative_id, export_id, id),
  constraint personal_export_download_export_fkey foreign key (cooperative_id, export_id)
    references terreau.personal_export (cooperative_id, id)
);
call terreau.protect('terreau.personal_export_download', 'select, insert', true);

create table terreau.legal_hold (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  person_id uuid not null,
  reason text not null constraint legal_hold_says_why check (reason <> ''),
  placed_by uuid not null references terreau.app_user (id),
  placed_at timestamptz not null default now(),
  lift_reason text,
  lifted_by uuid references terreau.app_user (id),
  lifted_at timestamptz,
  primary key (cooperative_id, id),
  constraint legal_hold_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint legal_hold_lift_says_why check ((lifted_at is null and lifted_by is null and lift_reason is null)
    or (lifted_at is not null and lifted_by is not null and lift_reason <> ''))
);
create unique index legal_hold_standing on terreau.legal_hold (cooperative_id, person_id) where lifted_at is null;
call terreau.protect('terreau.legal_hold', 'select, insert, update');
comment on table terreau.legal_hold is 'A dispute: while it stands nothing of the person is erased, whatever the lengths say.';
