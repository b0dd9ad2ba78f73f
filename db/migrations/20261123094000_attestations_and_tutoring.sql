-- Documents that anyone can verify, and tutoring hours that both sides confirm.

create table terreau.attestation (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  number text not null,
  year integer not null,
  n bigint not null,
  kind text not null check (kind in ('monthly_income', 'cape_entry', 'tutoring_hours')),
  template_version integer not null,
  person_id uuid not null,
  locale text not null,
  period_start text,
  period_end text,
  facts jsonb not null,
  key_figures jsonb not null,
  file_id uuid not null,
  sha256 bytea not null,
  short_code text not null,
  long_code text not null,
  issued_at timestamptz not null default now(),
  issued_by uuid not null,
  primary key (cooperative_id, id),
  constraint attestation_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint attestation_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
create unique index attestation_number_key on terreau.attestation (cooperative_id, year, n);
create index attestation_person on terreau.attestation (cooperative_id, person_id);
create index attestation_issued on terreau.attestation (cooperative_id, issued_at desc, id);
call terreau.protect('terreau.attestation', 'select, insert', true);

create table terreau.attestation_revocation (
  cooperative_id uuid not null references terreau.cooperative (id),
  attestation_id uuid not null,
  reason text not null check (reason <> ''),
  revoked_at timestamptz not null default now(),
  revoked_by uuid not null,
  primary key (cooperative_id, attestation_id),
  constraint attestation_revocation_attestation_fkey foreign key (cooperative_id, attestation_id)
    references terreau.attestation (cooperative_id, id)
);
call terreau.protect('terreau.attestation_revocation', 'select, insert', true);

-- Codes of all cooperatives, without anything personal: the only thing a reader outside can ask first.
create table terreau.public_code (
  code_hash bytea primary key,
  purpose text not null check (purpose in ('attestation_short', 'attestation_long', 'tutoring_confirmation')),
  cooperative_id uuid not null references terreau.cooperative (id),
  target_id uuid not null,
  party_id uuid,
  expires_at timestamptz
);
alter table terreau.public_code enable row level security;
create policy write_own on terreau.public_code for insert
  with check (cooperative_id = (select terreau.current_cooperative()));
create policy read_own on terreau.public_code for select
  using (cooperative_id = (select terreau.current_cooperative()));
grant select, insert on terreau.public_code to terreau_app;

-- Opens the cooperative of a code for this transaction only, and says what the code is for.
create function terreau.open_public_code(p_code_hash bytea)
returns table (purpose text, cooperative_id uuid, target_id uuid, party_id uuid, expires_at timestamptz)
language plpgsql security definer set search_path = terreau, pg_temp
as $$
declare c terreau.public_code;
begin
  select * into c from terreau.public_code p where p.code_hash = p_code_hash;
  if not found then return; end if;
  perform set_config('app.user', '', true), set_config('app.cooperative', c.cooperative_id::text, true);
  return query select c.purpose, c.cooperative_id, c.target_id, c.party_id, c.expires_at;
end
$$;
grant execute on function terreau.open_public_code(bytea) to terreau_app;

create table terreau.tutoring_relation (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  tutor_person_id uuid not null,
  tutee_person_id uuid not null,
  started_on date not null,
  ended_on date,
  primary key (cooperative_id, id),
  constraint tutoring_relation_tutor_fkey foreign key (cooperative_id, tutor_person_id) references terreau.person (cooperative_id, id),
  constraint tutoring_relation_tutee_fkey foreign key (cooperative_id, tutee_person_id) references terreau.person (cooperative_id, id),
  constraint tutoring_relation_two_people check (tutor_person_id <> tutee_person_id)
);
create unique index tutoring_relation_pair_key on terreau.tutoring_relation (cooperative_id, tutor_person_id, tutee_person_id);
call terreau.protect('terreau.tutoring_relation', 'select, insert, update');

create table terreau.tutoring_session (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  tutor_person_id uuid not null,
  tutee_person_id uuid not null,
  held_on date not null,
  minutes integer not null check (minutes between 5 and 720),
  mode text not null check (mode in ('in_person', 'phone', 'video')),
  subjects text[] not null default '{}',
  note text not null default '',
  logged_at timestamptz not null default now(),
  cancelled_at timestamptz,
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint tutoring_session_relation_fkey foreign key (cooperative_id, tutor_person_id, tutee_person_id)
    references terreau.tutoring_relation (cooperative_id, tutor_person_id, tutee_person_id)
);
create index tutoring_session_tutor on terreau.tutoring_session (cooperative_id, tutor_person_id, held_on);
call terreau.protect('terreau.tutoring_session', 'select, insert, update');

create table terreau.tutoring_answer (
  cooperative_id uuid not null references terreau.cooperative (id),
  session_id uuid not null,
  n integer not null,
  answer text not null check (answer in ('yes', 'not_exactly', 'no')),
  what text check (what in ('duration', 'day', 'did_not_happen')),
  answered_at timestamptz not null default now(),
  primary key (cooperative_id, session_id, n),
  constraint tutoring_answer_session_fkey foreign key (cooperative_id, session_id) references terreau.tutoring_session (cooperative_id, id)
);
call terreau.protect('terreau.tutoring_answer', 'select, insert', true);
