-- Tenancy, identity, audit and requests: what every feature stands on.
-- Every table of a cooperative starts its key with cooperative_id, so that a foreign key can never
-- cross two cooperatives (a single-column one ignores row-level security and leaks existence).

create function terreau.current_cooperative() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.cooperative', true), '')::uuid $$;

create function terreau.current_user_id() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.user', true), '')::uuid $$;

create function terreau.refuse_change() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'restrict_violation', constraint = 'append_only', table = tg_table_name;
end
$$;

-- The same lines for each table of a cooperative; the catalog test fails on a table that forgets.
create procedure terreau.protect(target regclass, app_may text, append_only boolean default false)
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy cooperative on %s using (cooperative_id = (select terreau.current_cooperative()))
       with check (cooperative_id = (select terreau.current_cooperative()))', target);
  execute format('grant %s on %s to terreau_app', app_may, target);
  if append_only then
    execute format(
      'create trigger append_only before update or delete on %s
         for each row execute function terreau.refuse_change()', target);
    execute format(
      'create trigger append_only_truncate before truncate on %s
         for each statement execute function terreau.refuse_change()', target);
  end if;
end
$$;
revoke all on procedure terreau.protect(regclass, text, boolean) from public;

grant usage on schema terreau to terreau_app;

create table terreau.cooperative (
  id uuid primary key,
  name text not null check (name <> ''),
  legal_form text not null,
  siren text not null check (siren ~ '^[0-9]{9}$'),
  seat_address text not null,
  city text not null,
  email text not null,
  phone text not null default '',
  signatory_name text not null,
  signatory_capacity text not null,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  first_month text not null check (first_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table terreau.cooperative is 'A legal entity (CAE) that uses this installation.';

create table terreau.app_user (
  id uuid primary key,
  email text not null,
  display_name text not null,
  password_hash text,
  totp_secret_sealed text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  created_at timestamptz not null default now()
);
create unique index app_user_email_key on terreau.app_user (lower(email));
comment on table terreau.app_user is 'Somebody who can sign in. One user may belong to several cooperatives.';

create table terreau.membership (
  cooperative_id uuid not null references terreau.cooperative (id),
  user_id uuid not null references terreau.app_user (id),
  role text not null check (role in ('direction', 'adviser', 'accountant', 'tester', 'tutor', 'observer')),
  person_id uuid,
  granted_at timestamptz not null default now(),
  primary key (cooperative_id, user_id, role)
);
create index membership_user_id on terreau.membership (user_id);
call terreau.protect('terreau.membership', 'select, insert, delete');
-- A person who signs in must find her own memberships before any cooperative is chosen.
create policy own on terreau.membership for select using (user_id = (select terreau.current_user_id()));

alter table terreau.cooperative enable row level security;
create policy current_one on terreau.cooperative
  using (id = (select terreau.current_cooperative()))
  with check (id = (select terreau.current_cooperative()));
create policy member_of on terreau.cooperative for select
  using (id in (select m.cooperative_id from terreau.membership m where m.user_id = (select terreau.current_user_id())));
grant select, insert, update on terreau.cooperative to terreau_app;

alter table terreau.app_user enable row level security;
create policy self_or_colleague on terreau.app_user for select using (
  id = (select terreau.current_user_id())
  or exists (select 1 from terreau.membership m
              where m.user_id = app_user.id and m.cooperative_id = (select terreau.current_cooperative())));
create policy self_update on terreau.app_user for update
  using (id = (select terreau.current_user_id())) with check (id = (select terreau.current_user_id()));
grant select, update on terreau.app_user to terreau_app;

create table terreau.session (
  id uuid primary key,
  token_hash bytea not null,
  user_id uuid not null references terreau.app_user (id),
  cooperative_id uuid not null references terreau.cooperative (id),
  assurance text not null check (assurance in ('code', 'link', 'password', 'password_totp', 'demo')),
  device text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create unique index session_token_hash_key on terreau.session (token_hash);
create index session_user_id on terreau.session (user_id);
alter table terreau.session enable row level security;
create policy own on terreau.session
  using (user_id = (select terreau.current_user_id())) with check (user_id = (select terreau.current_user_id()));
grant select, insert, update on terreau.session to terreau_app;

create table terreau.sign_in_token (
  id uuid primary key,
  user_id uuid not null references terreau.app_user (id),
  code_hash bytea not null,
  link_hash bytea not null,
  tries integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create unique index sign_in_token_link_hash_key on terreau.sign_in_token (link_hash);
create index sign_in_token_user_id on terreau.sign_in_token (user_id, created_at);
alter table terreau.sign_in_token enable row level security;
create policy own on terreau.sign_in_token
  using (user_id = (select terreau.current_user_id())) with check (user_id = (select terreau.current_user_id()));
grant select, insert, update on terreau.sign_in_token to terreau_app;

-- Attempts are counted in the database, so that a restart forgets none and two processes share them.
create unlogged table terreau.rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
alter table terreau.rate_limit enable row level security;
create policy shared on terreau.rate_limit using (true) with check (true);
grant select, insert, update, delete on terreau.rate_limit to terreau_app;

-- The doors that must open before a tenant is known. Each answers one question and nothing else.
create function terreau.has_cooperative() returns boolean
language sql stable security definer set search_path = terreau, pg_temp
as $$ select exists (select 1 from terreau.cooperative) $$;

create function terreau.cooperative_ids() returns setof uuid
language sql stable security definer set search_path = terreau, pg_temp
as $$ select id from terreau.cooperative order by id $$;

create function terreau.user_id_by_email(p_email text) returns uuid
language sql stable security definer set search_path = terreau, pg_temp
as $$ select id from terreau.app_user where lower(email) = lower(p_email) $$;

create function terreau.ensure_user(p_id uuid, p_email text, p_name text, p_locale text) returns uuid
language plpgsql security definer set search_path = terreau, pg_temp
as $$
declare found_id uuid;
begin
  insert into terreau.app_user (id, email, display_name, locale) values (p_id, p_email, p_name, p_locale)
    on conflict (lower(email)) do nothing returning id into found_id;
  if found_id is null then
    select id into found_id from terreau.app_user where lower(email) = lower(p_email);
  end if;
  return found_id;
end
$$;

create function terreau.user_id_by_link(p_link_hash bytea) returns uuid
language sql stable security definer set search_path = terreau, pg_temp
as $$ select user_id from terreau.sign_in_token where link_hash = p_link_hash $$;

-- One round trip opens a request: who is it, in which cooperative, with which roles.
create function terreau.open_session(p_token_hash bytea)
returns table (session_id uuid, user_id uuid, cooperative_id uuid, person_id uuid, roles text[],
               display_name text, locale text, assurance text, backend integer)
language plpgsql security definer set search_path = terreau, pg_temp
as $$
declare s record;
begin
  perform set_config('app.user', '', true), set_config('app.cooperative', '', true);
  -- The session row is found by its secret; the setting makes its own policy agree.
  select f.* into s from terreau.find_session(p_token_hash) f;
  if not found then return; end if;
  perform set_config('app.user', s.user_id::text, true), set_config('app.cooperative', s.cooperative_id::text, true);
  if s.last_seen_at < now() - interval '5 minutes' then
    update terreau.session x set last_seen_at = now(), idle_expires_at = now() + (x.idle_expires_at - x.last_seen_at)
     where x.id = s.id;
  end if;
  return query
    select s.id, s.user_id, s.cooperative_id,
           (select m.person_id from terreau.membership m where m.user_id = s.user_id
             and m.cooperative_id = s.cooperative_id and m.person_id is not null limit 1),
           array(select m.role from terreau.membership m where m.user_id = s.user_id
             and m.cooperative_id = s.cooperative_id order by m.role),
           u.display_name, u.locale, s.assurance, pg_backend_pid()
      from terreau.app_user u where u.id = s.user_id;
end
$$;

create table terreau.audit_head (
  cooperative_id uuid primary key references terreau.cooperative (id),
  n bigint not null default 0,
  hash bytea not null default '\x'
);
call terreau.protect('terreau.audit_head', 'select, insert, update');

create table terreau.audit_entry (
  cooperative_id uuid not null references terreau.cooperative (id),
  n bigint not null,
  at timestamptz not null default now(),
  action text not null,
  actor_kind text not null check (actor_kind in ('person', 'job', 'cli', 'visitor')),
  actor_id text not null,
  entity_kind text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (cooperative_id, n)
);
create index audit_entry_entity on terreau.audit_entry (cooperative_id, entity_kind, entity_id);
call terreau.protect('terreau.audit_entry', 'select, insert', true);

create function terreau.audit_hash(e terreau.audit_entry) returns bytea
language sql stable set search_path = terreau, pg_temp
as $$
  select sha256(e.previous_hash || convert_to(concat_ws(E'\x1f', e.cooperative_id, e.n,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.action, e.actor_kind, e.actor_id,
    e.entity_kind, e.entity_id, coalesce(e.before::text, '-'), coalesce(e.after::text, '-'), e.request_id), 'UTF8'))
$$;

create function terreau.chain_audit() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  insert into terreau.audit_head as h (cooperative_id, n, hash) values (new.cooperative_id, 1, '\x')
    on conflict (cooperative_id) do update set n = h.n + 1
    returning h.n, h.hash into new.n, new.previous_hash;
  new.hash := terreau.audit_hash(new);
  update terreau.audit_head set hash = new.hash where cooperative_id = new.cooperative_id;
  return new;
end
$$;
create trigger chain before insert on terreau.audit_entry for each row execute function terreau.chain_audit();

create table terreau.idempotency (
  cooperative_id uuid not null references terreau.cooperative (id),
  user_id uuid not null,
  route text not null,
  key text not null check (length(key) between 8 and 200),
  body_sha256 bytea not null,
  status integer not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (cooperative_id, user_id, route, key)
);
call terreau.protect('terreau.idempotency', 'select, insert, delete');

create table terreau.mail (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  template text not null,
  to_address text not null,
  to_name text not null,
  locale text not null,
  subject text not null,
  body text not null,
  message_id text not null,
  created_at timestamptz not null default now(),
  not_before timestamptz not null default now(),
  sent_at timestamptz,
  last_error text,
  cancelled_at timestamptz,
  primary key (cooperative_id, id)
);
create unique index mail_message_id_key on terreau.mail (cooperative_id, message_id);
create index mail_created_at on terreau.mail (cooperative_id, created_at desc);
call terreau.protect('terreau.mail', 'select, insert, update');

create table terreau.stored_file (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  sha256 bytea not null,
  media_type text not null,
  file_name text not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (cooperative_id, id),
  constraint stored_file_is_its_hash check (sha256 = sha256(bytes))
);
call terreau.protect('terreau.stored_file', 'select, insert', true);
comment on table terreau.stored_file is 'Bytes kept for ever as they were received or issued; never rendered again.';

create table terreau.number_counter (
  cooperative_id uuid not null references terreau.cooperative (id),
  series text not null,
  year integer not null,
  n bigint not null default 0,
  primary key (cooperative_id, series, year)
);
call terreau.protect('terreau.number_counter', 'select, insert, update');

create table terreau.cooperative_setting (
  cooperative_id uuid not null references terreau.cooperative (id),
  key text not null,
  valid_from date not null,
  value text not null,
  source text not null check (source <> ''),
  created_at timestamptz not null default now(),
  primary key (cooperative_id, key, valid_from)
);
call terreau.protect('terreau.cooperative_setting', 'select, insert', true);
comment on table terreau.cooperative_setting is 'Dated settings: accident cover, phone VAT share, deadline day… never constants.';

-- Jobs join the business transaction: no mail leaves when the commit fails.
create function terreau.enqueue_job(p_task text, p_payload json, p_key text default null, p_run_at timestamptz default null)
returns void
language plpgsql security definer set search_path = terreau, pg_temp
as $$
begin
  perform graphile_worker.add_job(p_task, p_payload, job_key := p_key, run_at := p_run_at, max_attempts := 8);
end
$$;

create function terreau.find_session(p_token_hash bytea)
returns table (id uuid, user_id uuid, cooperative_id uuid, assurance text, last_seen_at timestamptz)
language plpgsql security definer set search_path = terreau, pg_temp
as $$
begin
  return query select s.id, s.user_id, s.cooperative_id, s.assurance, s.last_seen_at
    from terreau.session s
   where s.token_hash = p_token_hash and s.revoked_at is null
     and s.expires_at > now() and s.idle_expires_at > now();
end
$$;
revoke all on function terreau.find_session(bytea) from public;

grant execute on function
  terreau.has_cooperative(), terreau.cooperative_ids(), terreau.user_id_by_email(text),
  terreau.ensure_user(uuid, text, text, text), terreau.user_id_by_link(bytea), terreau.open_session(bytea),
  terreau.enqueue_job(text, json, text, timestamptz)
to terreau_app;
