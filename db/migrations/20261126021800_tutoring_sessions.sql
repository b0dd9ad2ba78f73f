-- Sessions with several people, each of whom confirms their own part; approval that freezes a version; the
-- structure that hosts a relation; minutes counted month by month as they change.

-- Where people help. A volunteer needs a body that may have volunteers (loi 47-1775, art. 19 septies for a
-- SCIC; a commercial company has no such text). A form is never edited: relations rest on it.
create table terreau.host_structure (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  name text not null check (name <> ''),
  form text not null check (form in ('association', 'foundation', 'public_body', 'scic', 'company')),
  created_at timestamptz not null default now(),
  primary key (cooperative_id, id),
  constraint host_structure_form_key unique (cooperative_id, id, form)
);
create unique index host_structure_name_key on terreau.host_structure (cooperative_id, lower(name));
call terreau.protect('terreau.host_structure', 'select, insert', true);

-- Relations from before this migration have no kind: nothing says whether they are volunteering.
alter table terreau.tutoring_relation
  add column kind text check (kind in ('volunteer', 'paid')),
  add column host_id uuid,
  add column host_form text,
  add constraint tutoring_relation_host_whole check ((host_id is null) = (host_form is null)),
  add constraint tutoring_relation_host_fkey foreign key (cooperative_id, host_id, host_form)
    references terreau.host_structure (cooperative_id, id, form),
  add constraint tutoring_relation_volunteer_host check (kind is distinct from 'volunteer'
    or coalesce(host_form in ('association', 'foundation', 'public_body', 'scic'), false));
create index tutoring_relation_tutee on terreau.tutoring_relation (cooperative_id, tutee_person_id);

alter table terreau.tutoring_session
  add column start_minute integer check (start_minute between 0 and 1439),
  add column place text not null default '',
  add column travel_minutes integer not null default 0 check (travel_minutes between 0 and 720),
  add column kind text check (kind in ('volunteer', 'paid')),
  add column host_id uuid,
  add column state text not null default 'noted' check (state in ('noted', 'confirmed', 'disputed', 'approved', 'set_aside')),
  add column state_at timestamptz not null default now(),
  add column tutee_count integer not null default 1 check (tutee_count > 0),
  add column confirmed_count integer not null default 0,
  add column firm_at timestamptz,
  add constraint tutoring_session_confirmed check (confirmed_count between 0 and tutee_count),
  add constraint tutoring_session_firm check ((firm_at is not null) = (state in ('confirmed', 'approved'))),
  add constraint tutoring_session_host_fkey foreign key (cooperative_id, host_id)
    references terreau.host_structure (cooperative_id, id),
  add constraint tutoring_session_tutor_key unique (cooperative_id, id, tutor_person_id);

-- One person's part in a session, with the last answer they gave about its present version.
create table terreau.tutoring_part (
  cooperative_id uuid not null references terreau.cooperative (id),
  session_id uuid not null,
  tutor_person_id uuid not null,
  tutee_person_id uuid not null,
  answer text check (answer in ('yes', 'not_exactly', 'no')),
  what text check (what in ('duration', 'day', 'did_not_happen')),
  first_answered_at timestamptz,
  answered_at timestamptz,
  primary key (cooperative_id, session_id, tutee_person_id),
  constraint tutoring_part_session_fkey foreign key (cooperative_id, session_id, tutor_person_id)
    references terreau.tutoring_session (cooperative_id, id, tutor_person_id),
  constraint tutoring_part_relation_fkey foreign key (cooperative_id, tutor_person_id, tutee_person_id)
    references terreau.tutoring_relation (cooperative_id, tutor_person_id, tutee_person_id),
  constraint tutoring_part_answered check ((answer is null) = (answered_at is null) and (answer is null) = (first_answered_at is null))
);
create index tutoring_part_pair on terreau.tutoring_part (cooperative_id, tutor_person_id, tutee_person_id);
create index tutoring_part_tutee on terreau.tutoring_part (cooperative_id, tutee_person_id);
call terreau.protect('terreau.tutoring_part', 'select, insert, update');

insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id, answer, what, first_answered_at, answered_at)
select s.cooperative_id, s.id, s.tutor_person_id, s.tutee_person_id, l.answer, l.what, f.answered_at, l.answered_at
  from terreau.tutoring_session s
  left join lateral (select a.answer, a.what, a.answered_at from terreau.tutoring_answer a
    where a.cooperative_id = s.cooperative_id and a.session_id = s.id order by a.n desc limit 1) l on true
  left join lateral (select a.answered_at from terreau.tutoring_answer a
    where a.cooperative_id = s.cooperative_id and a.session_id = s.id order by a.n limit 1) f on true;

alter table terreau.tutoring_answer disable trigger append_only;
alter table terreau.tutoring_answer
  add column session_version integer not null default 1,
  add column tutee_person_id uuid,
  add column channel text not null default 'shared' check (channel in ('mailed', 'shared'));
update terreau.tutoring_answer a set session_version = s.version, tutee_person_id = s.tutee_person_id
  from terreau.tutoring_session s where s.cooperative_id = a.cooperative_id and s.id = a.session_id;
alter table terreau.tutoring_answer
  alter column session_version drop default,
  alter column channel drop default,
  alter column tutee_person_id set not null,
  drop constraint tutoring_answer_pkey,
  add primary key (cooperative_id, session_id, session_version, tutee_person_id, n),
  add constraint tutoring_answer_part_fkey foreign key (cooperative_id, session_id, tutee_person_id)
    references terreau.tutoring_part (cooperative_id, session_id, tutee_person_id);
alter table terreau.tutoring_answer enable trigger append_only;

-- The tutor is shown one link, to share; the other is only ever mailed. Staff see by which a yes came.
alter table terreau.public_code drop constraint public_code_purpose_check;
alter table terreau.public_code add constraint public_code_purpose_check check (purpose in
  ('attestation_short', 'attestation_long', 'tutoring_confirmation', 'tutoring_confirmation_mailed'));

update terreau.tutoring_session s
   set state = case when p.answer = 'yes' then 'confirmed' else 'disputed' end, state_at = p.answered_at,
       confirmed_count = (p.answer = 'yes')::integer,
       firm_at = case when p.answer = 'yes' then p.first_answered_at + interval '7 days' end
  from terreau.tutoring_part p
 where p.cooperative_id = s.cooperative_id and p.session_id = s.id and p.answer is not null;

alter table terreau.tutoring_session
  drop constraint tutoring_session_relation_fkey,
  drop column tutee_person_id;
create index tutoring_session_recent on terreau.tutoring_session (cooperative_id, held_on desc, id desc) where cancelled_at is null;
create index tutoring_session_state on terreau.tutoring_session (cooperative_id, state, held_on desc, id desc) where cancelled_at is null;
create index tutoring_session_disputed on terreau.tutoring_session (cooperative_id, state_at, id)
  where state = 'disputed' and cancelled_at is null;
create index tutoring_session_firm_at on terreau.tutoring_session (cooperative_id, firm_at)
  where state = 'confirmed' and cancelled_at is null;

-- What staff approved, as it was: a later correction is a new version with an approval of its own.
create table terreau.tutoring_approval (
  cooperative_id uuid not null references terreau.cooperative (id),
  session_id uuid not null,
  session_version integer not null,
  tutor_person_id uuid not null,
  held_on date not null,
  start_minute integer,
  minutes integer not null,
  travel_minutes integer not null,
  mode text not null,
  kind text,
  host_id uuid,
  tutee_count integer not null,
  confirmed_tutees uuid[] not null check (cardinality(confirmed_tutees) > 0),
  approved_at timestamptz not null default now(),
  approved_by uuid not null,
  primary key (cooperative_id, session_id, session_version),
  constraint tutoring_approval_session_fkey foreign key (cooperative_id, session_id, tutor_person_id)
    references terreau.tutoring_session (cooperative_id, id, tutor_person_id)
);
call terreau.protect('terreau.tutoring_approval', 'select, insert', true);

-- How a disagreement ended, version by version.
create table terreau.tutoring_mediation (
  cooperative_id uuid not null references terreau.cooperative (id),
  session_id uuid not null,
  session_version integer not null,
  outcome text not null check (outcome in ('ask_again', 'set_aside')),
  note text not null default '',
  settled_at timestamptz not null default now(),
  settled_by uuid not null,
  primary key (cooperative_id, session_id, session_version),
  constraint tutoring_mediation_session_fkey foreign key (cooperative_id, session_id)
    references terreau.tutoring_session (cooperative_id, id)
);
call terreau.protect('terreau.tutoring_mediation', 'select, insert, update');

-- Minutes month by month, for the cooperative and for each tutor, moved by the statement that changes a
-- session: a page that shows totals reads months, not sessions. Noted holds confirmed, which holds approved.
create table terreau.tutoring_month (
  cooperative_id uuid not null references terreau.cooperative (id),
  month text not null,
  kind text not null check (kind in ('volunteer', 'paid', 'unstated')),
  sessions bigint not null default 0,
  noted_minutes bigint not null default 0,
  confirmed_minutes bigint not null default 0,
  approved_minutes bigint not null default 0,
  disputed_minutes bigint not null default 0,
  travel_minutes bigint not null default 0,
  tutee_noted_minutes bigint not null default 0,
  tutee_confirmed_minutes bigint not null default 0,
  tutee_approved_minutes bigint not null default 0,
  primary key (cooperative_id, month, kind)
);
call terreau.protect('terreau.tutoring_month', 'select, insert, update');

create table terreau.tutoring_tutor_month (
  cooperative_id uuid not null references terreau.cooperative (id),
  tutor_person_id uuid not null,
  month text not null,
  kind text not null check (kind in ('volunteer', 'paid', 'unstated')),
  sessions bigint not null default 0,
  noted_minutes bigint not null default 0,
  confirmed_minutes bigint not null default 0,
  approved_minutes bigint not null default 0,
  disputed_minutes bigint not null default 0,
  travel_minutes bigint not null default 0,
  tutee_noted_minutes bigint not null default 0,
  tutee_confirmed_minutes bigint not null default 0,
  tutee_approved_minutes bigint not null default 0,
  primary key (cooperative_id, tutor_person_id, month, kind)
);
call terreau.protect('terreau.tutoring_tutor_month', 'select, insert, update');

create type terreau.tutoring_change as (
  cooperative_id uuid, tutor_person_id uuid, month text, kind text, sessions bigint, noted bigint, confirmed bigint,
  approved bigint, disputed bigint, travel bigint, tutee_noted bigint, tutee_confirmed bigint, tutee_approved bigint);

-- What one session adds to its month (or takes from it); nothing when it was taken back or set aside.
create function terreau.tutoring_change_of(p_sign integer, p_cooperative uuid, p_tutor uuid, p_held_on date, p_kind text,
  p_minutes integer, p_travel integer, p_state text, p_tutees integer, p_confirmed integer, p_cancelled_at timestamptz)
returns setof terreau.tutoring_change
language sql immutable set search_path = terreau, pg_temp
as $$
  select p_cooperative, p_tutor, to_char(p_held_on, 'YYYY-MM'), coalesce(p_kind, 'unstated'), p_sign::bigint, m,
         m * (p_state in ('confirmed', 'approved'))::integer, m * (p_state = 'approved')::integer,
         m * (p_state = 'disputed')::integer, p_sign::bigint * p_travel, m * p_tutees,
         m * p_confirmed * (p_state in ('confirmed', 'approved'))::integer,
         m * p_confirmed * (p_state = 'approved')::integer
    from (select p_sign::bigint * p_minutes as m) x
   where p_cancelled_at is null and p_state <> 'set_aside'
$$;

-- Sums what a statement changed and adds it in the order of the keys, so that two of them never wait for
-- each other.
create function terreau.count_tutoring() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare changes terreau.tutoring_change[];
begin
  if tg_op = 'INSERT' then
    changes := array(select c from new_rows s cross join lateral terreau.tutoring_change_of(1, s.cooperative_id,
      s.tutor_person_id, s.held_on, s.kind, s.minutes, s.travel_minutes, s.state, s.tutee_count, s.confirmed_count, s.cancelled_at) c);
  else
    changes := array(
      select c from old_rows s cross join lateral terreau.tutoring_change_of(-1, s.cooperative_id,
        s.tutor_person_id, s.held_on, s.kind, s.minutes, s.travel_minutes, s.state, s.tutee_count, s.confirmed_count, s.cancelled_at) c
      union all
      select c from new_rows s cross join lateral terreau.tutoring_change_of(1, s.cooperative_id,
        s.tutor_person_id, s.held_on, s.kind, s.minutes, s.travel_minutes, s.state, s.tutee_count, s.confirmed_count, s.cancelled_at) c);
  end if;
  insert into terreau.tutoring_tutor_month as t
  select c.cooperative_id, c.tutor_person_id, c.month, c.kind, sum(c.sessions), sum(c.noted), sum(c.confirmed), sum(c.approved),
         sum(c.disputed), sum(c.travel), sum(c.tutee_noted), sum(c.tutee_confirmed), sum(c.tutee_approved)
    from unnest(changes) c group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (cooperative_id, tutor_person_id, month, kind) do update set
    sessions = t.sessions + excluded.sessions, noted_minutes = t.noted_minutes + excluded.noted_minutes,
    confirmed_minutes = t.confirmed_minutes + excluded.confirmed_minutes,
    approved_minutes = t.approved_minutes + excluded.approved_minutes,
    disputed_minutes = t.disputed_minutes + excluded.disputed_minutes,
    travel_minutes = t.travel_minutes + excluded.travel_minutes,
    tutee_noted_minutes = t.tutee_noted_minutes + excluded.tutee_noted_minutes,
    tutee_confirmed_minutes = t.tutee_confirmed_minutes + excluded.tutee_confirmed_minutes,
    tutee_approved_minutes = t.tutee_approved_minutes + excluded.tutee_approved_minutes;
  insert into terreau.tutoring_month as t
  select c.cooperative_id, c.month, c.kind, sum(c.sessions), sum(c.noted), sum(c.confirmed), sum(c.approved),
         sum(c.disputed), sum(c.travel), sum(c.tutee_noted), sum(c.tutee_confirmed), sum(c.tutee_approved)
    from unnest(changes) c group by 1, 2, 3 order by 1, 2, 3
  on conflict (cooperative_id, month, kind) do update set
    sessions = t.sessions + excluded.sessions, noted_minutes = t.noted_minutes + excluded.noted_minutes,
    confirmed_minutes = t.confirmed_minutes + excluded.confirmed_minutes,
    approved_minutes = t.approved_minutes + excluded.approved_minutes,
    disputed_minutes = t.disputed_minutes + excluded.disputed_minutes,
    travel_minutes = t.travel_minutes + excluded.travel_minutes,
    tutee_noted_minutes = t.tutee_noted_minutes + excluded.tutee_noted_minutes,
    tutee_confirmed_minutes = t.tutee_confirmed_minutes + excluded.tutee_confirmed_minutes,
    tutee_approved_minutes = t.tutee_approved_minutes + excluded.tutee_approved_minutes;
  return null;
end
$$;
create trigger count_inserted after insert on terreau.tutoring_session
  referencing new table as new_rows for each statement execute function terreau.count_tutoring();
create trigger count_updated after update on terreau.tutoring_session
  referencing old table as old_rows new table as new_rows for each statement execute function terreau.count_tutoring();

insert into terreau.tutoring_tutor_month
select c.cooperative_id, c.tutor_person_id, c.month, c.kind, sum(c.sessions), sum(c.noted), sum(c.confirmed), sum(c.approved),
       sum(c.disputed), sum(c.travel), sum(c.tutee_noted), sum(c.tutee_confirmed), sum(c.tutee_approved)
  from terreau.tutoring_session s cross join lateral terreau.tutoring_change_of(1, s.cooperative_id,
    s.tutor_person_id, s.held_on, s.kind, s.minutes, s.travel_minutes, s.state, s.tutee_count, s.confirmed_count, s.cancelled_at) c
 group by 1, 2, 3, 4;
insert into terreau.tutoring_month
select t.cooperative_id, t.month, t.kind, sum(t.sessions), sum(t.noted_minutes), sum(t.confirmed_minutes), sum(t.approved_minutes),
       sum(t.disputed_minutes), sum(t.travel_minutes), sum(t.tutee_noted_minutes), sum(t.tutee_confirmed_minutes),
       sum(t.tutee_approved_minutes)
  from terreau.tutoring_tutor_month t group by 1, 2, 3;

-- Erasing tutoring: the note and the place of a session, the words of a mediation. The map of before is kept
-- under a name of its own, without the line that spoke of one person per session.
alter function terreau.personal_fields() rename to personal_fields_before_group_sessions;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_group_sessions() f where f.name <> 'tutoring_session'
  union all values
  ('tutoring', 1, 'tutoring_session', $$(t.tutor_person_id = any($2) or exists (select 1 from terreau.tutoring_part p
      where p.cooperative_id = $1 and p.session_id = t.id and p.tutee_person_id = any($2))) and (t.note <> '' or t.place <> '')$$,
    $${"note": "''", "place": "''"}$$::jsonb),
  ('tutoring', 2, 'tutoring_mediation', $$t.note <> '' and exists (select 1 from terreau.tutoring_part p
      where p.cooperative_id = $1 and p.session_id = t.session_id
        and (p.tutor_person_id = any($2) or p.tutee_person_id = any($2)))$$, $${"note": "''"}$$)
$fields$;

create or replace function terreau.journal_of(p_kind text, p_people uuid[], p_before date) returns setof bigint
language sql stable set search_path = terreau, pg_temp
as $$
  with things (entity_kind, entity_id) as (
    select 'person', p::text from unnest(p_people) p where p_kind in ('contact', 'identity')
    union all select 'lead', l.id::text from terreau.lead l
      where l.cooperative_id = terreau.current_cooperative()
        and ((p_kind in ('contact', 'identity') and l.person_id = any(p_people))
          or (p_kind = 'lead' and l.person_id is null and l.delete_on < p_before))
    union all select 'user', m.user_id::text from terreau.membership m
      where p_kind = 'identity' and m.cooperative_id = terreau.current_cooperative() and m.person_id = any(p_people)
    union all select 'document', d.id::text from terreau.document d
      where p_kind = 'identity' and d.cooperative_id = terreau.current_cooperative() and d.person_id = any(p_people)
    union all select k.kind, c.id::text from terreau.contract c cross join (values ('contract'), ('work')) as k (kind)
      where p_kind in ('contract', 'identity') and c.cooperative_id = terreau.current_cooperative() and c.person_id = any(p_people)
    union all select 'interview', i.id::text from terreau.support_interview i
      where p_kind in ('contract', 'identity') and i.cooperative_id = terreau.current_cooperative() and i.person_id = any(p_people)
    union all select 'signature', s.request_id::text from terreau.signature_party s
      where p_kind in ('contract', 'identity') and s.cooperative_id = terreau.current_cooperative() and s.person_id = any(p_people)
        and terreau.signs_alone(s.cooperative_id, s.request_id, p_people)
    union all select 'activity', m.activity_id::text from terreau.activity_member m
      where p_kind = 'identity' and m.cooperative_id = terreau.current_cooperative() and m.person_id = any(p_people)
        and not exists (select 1 from terreau.activity_member o where o.cooperative_id = m.cooperative_id
          and o.activity_id = m.activity_id and o.person_id <> all(p_people))
    union all select 'attestation', a.id::text from terreau.attestation a
      where p_kind in ('attestation', 'identity') and a.cooperative_id = terreau.current_cooperative() and a.person_id = any(p_people)
    union all select k.kind, case k.kind when 'tutoring-session' then s.session_id else r.id end::text
      from terreau.tutoring_relation r
      join terreau.tutoring_part s on s.cooperative_id = r.cooperative_id
       and (s.tutor_person_id, s.tutee_person_id) = (r.tutor_person_id, r.tutee_person_id)
      cross join (values ('tutoring-session'), ('tutoring-relation')) as k (kind)
      where p_kind in ('tutoring', 'identity') and r.cooperative_id = terreau.current_cooperative()
        and (r.tutor_person_id = any(p_people) or r.tutee_person_id = any(p_people))
    union all select 'declaration', d::text from terreau.declarations_before(p_before) d where p_kind = 'accounting')
  select e.n from terreau.audit_entry e
   where e.cooperative_id = terreau.current_cooperative()
     and (e.before is not null or e.after is not null)
     -- What was erased, and what must stay provable about it, is never erased itself.
     and e.action not in ('personal-data.erased', 'hold.placed', 'hold.lifted')
     and (((e.entity_kind, e.entity_id) in (select t.entity_kind, t.entity_id from things t))
       or (p_kind = 'journal' and e.at < p_before
           and not exists (select 1 from terreau.held_people() h where e.entity_id = h::text)))
$$;

