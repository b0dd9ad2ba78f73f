-- Requests to sign, for any document. They take over the signatures of contracts.
create table terreau.signature_request (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  reference text not null,
  subject_kind text not null check (subject_kind ~ '^[a-z][a-z-]*$'),
  subject_id uuid not null,
  title text not null check (title <> ''),
  summary jsonb not null,
  file_id uuid not null,
  document_sha256 bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'signed', 'refused', 'expired', 'withdrawn')),
  opened_at timestamptz not null default now(),
  opened_by text not null,
  expires_on date not null,
  ended_at timestamptz,
  signed_file_id uuid,
  signed_sha256 bytea,
  version integer not null default 1,
  primary key (cooperative_id, id),
  constraint signature_request_reference_key unique (cooperative_id, reference),
  constraint signature_request_ended check ((state = 'waiting') = (ended_at is null)),
  constraint signature_request_archived check ((state = 'signed') = (signed_file_id is not null)),
  constraint signature_request_signed_hash check ((signed_file_id is null) = (signed_sha256 is null)),
  constraint signature_request_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id),
  constraint signature_request_signed_file_fkey foreign key (cooperative_id, signed_file_id) references terreau.stored_file (cooperative_id, id)
);
comment on table terreau.signature_request is 'A document that parties are asked to sign in order: the exact bytes that they are shown.';
comment on column terreau.signature_request.subject_kind is 'A kind of apps/api/src/features/signable-kinds.ts; subject_id is its row.';
comment on column terreau.signature_request.summary is 'The plain sentences shown before the document, by language, as fixed when it was opened.';
create unique index signature_request_one_waiting on terreau.signature_request (cooperative_id, subject_kind, subject_id) where state = 'waiting';
create index signature_request_subject on terreau.signature_request (cooperative_id, subject_kind, subject_id);
create index signature_request_waiting on terreau.signature_request (cooperative_id, opened_at, id) where state = 'waiting';

create table terreau.signature_party (
  cooperative_id uuid not null references terreau.cooperative (id),
  request_id uuid not null,
  position integer not null check (position >= 1),
  side text not null check (side in ('person', 'cooperative')),
  person_id uuid,
  printed_name text not null check (printed_name <> ''),
  state text not null check (state in ('waiting_turn', 'asked', 'to_check', 'signed', 'refused')),
  asked_at timestamptz,
  primary key (cooperative_id, request_id, position),
  constraint signature_party_side check ((side = 'person') = (person_id is not null)),
  constraint signature_party_asked check (state = 'waiting_turn' or asked_at is not null),
  constraint signature_party_request_fkey foreign key (cooperative_id, request_id) references terreau.signature_request (cooperative_id, id),
  constraint signature_party_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id)
);
comment on table terreau.signature_party is 'Who signs a request, in the order of position.';
create unique index signature_party_person_once on terreau.signature_party (cooperative_id, request_id, person_id) where person_id is not null;
create index signature_party_person on terreau.signature_party (cooperative_id, person_id, state);

create table terreau.signature_code (
  cooperative_id uuid not null references terreau.cooperative (id),
  request_id uuid not null,
  position integer not null,
  id uuid not null,
  route text not null check (route in ('phone', 'office')),
  channel text not null check (channel in ('mail')),
  sent_to text not null check (sent_to <> ''),
  code_hash bytea not null,
  document_sha256 bytea not null,
  tries integer not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (cooperative_id, request_id, position, id),
  constraint signature_code_lifetime check (expires_at <= created_at + interval '10 minutes'),
  constraint signature_code_party_fkey foreign key (cooperative_id, request_id, position) references terreau.signature_party (cooperative_id, request_id, position)
);
comment on table terreau.signature_code is 'A code that signs one document, once, within ten minutes and five tries.';

create table terreau.signature_act (
  cooperative_id uuid not null references terreau.cooperative (id),
  request_id uuid not null,
  id uuid not null,
  position integer,
  act text not null check (act in ('asked', 'shown', 'reminded', 'code_sent', 'code_refused', 'help_asked', 'help_given',
    'handed_in', 'sent_back', 'signed', 'refused', 'withdrawn', 'expired', 'archived')),
  at timestamptz not null default now(),
  actor text not null,
  user_id uuid references terreau.app_user (id),
  route text check (route in ('phone', 'office', 'paper', 'account')),
  proof_level text check (proof_level in ('simple_code', 'simple_code_witnessed', 'simple_account', 'handwritten')),
  document_sha256 bytea not null,
  typed_name text,
  reason text,
  code_id uuid,
  witness_id uuid references terreau.app_user (id),
  file_id uuid,
  signed_on date,
  trace text not null,
  primary key (cooperative_id, request_id, id),
  constraint signature_act_signed check (act <> 'signed'
    or (position is not null and route is not null and proof_level is not null and typed_name <> '')),
  constraint signature_act_witness check (route is distinct from 'office' or act <> 'signed' or (witness_id is not null and reason <> '')),
  constraint signature_act_paper check (route is distinct from 'paper' or act not in ('handed_in', 'signed') or (file_id is not null and signed_on is not null)),
  constraint signature_act_reason check (act not in ('refused', 'withdrawn', 'sent_back') or reason <> ''),
  constraint signature_act_request_fkey foreign key (cooperative_id, request_id) references terreau.signature_request (cooperative_id, id),
  constraint signature_act_party_fkey foreign key (cooperative_id, request_id, position) references terreau.signature_party (cooperative_id, request_id, position),
  constraint signature_act_code_fkey foreign key (cooperative_id, request_id, position, code_id) references terreau.signature_code (cooperative_id, request_id, position, id),
  constraint signature_act_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id)
);
comment on table terreau.signature_act is 'What happened to a request to sign, by whom, when and how: the evidence, never changed.';
create unique index signature_act_one_signature on terreau.signature_act (cooperative_id, request_id, position) where act = 'signed';
create index signature_act_request on terreau.signature_act (cooperative_id, request_id, at);

-- The owner reads every cooperative while it moves what contracts kept.
alter table terreau.contract no force row level security;
alter table terreau.contract_document no force row level security;
alter table terreau.contract_signature no force row level security;
alter table terreau.signing_code no force row level security;
alter table terreau.cooperative no force row level security;
alter table terreau.person no force row level security;
alter table terreau.number_counter no force row level security;
alter table terreau.audit_entry no force row level security;

insert into terreau.signature_request (cooperative_id, id, reference, subject_kind, subject_id, title, summary, file_id,
    document_sha256, state, opened_at, opened_by, expires_on, ended_at, signed_file_id, signed_sha256)
select d.cooperative_id, gen_random_uuid(),
       'SIG-' || extract(year from d.created_at at time zone 'Europe/Paris') || '-' || lpad((row_number() over (
         partition by d.cooperative_id, extract(year from d.created_at at time zone 'Europe/Paris')
         order by d.created_at, d.contract_id))::text, 4, '0'),
       'contract', d.contract_id, 'Contrat ' || c.number, '{"fr": [], "en": []}', d.file_id, d.sha256,
       case c.state when 'active' then 'signed' when 'ended' then 'signed' when 'cancelled' then 'withdrawn' else 'waiting' end,
       d.created_at, coalesce((select a.actor_id from terreau.audit_entry a where a.cooperative_id = d.cooperative_id
         and a.entity_kind = 'contract' and a.entity_id = c.id::text and a.action = 'contract.sent-to-sign' limit 1), 'cli:migration'),
       (d.created_at at time zone 'Europe/Paris')::date + 30,
       case when c.state in ('active', 'ended') then s.created_at when c.state = 'cancelled' then now() end,
       case when c.state in ('active', 'ended') then s.file_id end, case when c.state in ('active', 'ended') then s.sha256 end
  from terreau.contract_document d
  join terreau.contract c on c.cooperative_id = d.cooperative_id and c.id = d.contract_id
  left join terreau.contract_document s on s.cooperative_id = d.cooperative_id and s.contract_id = d.contract_id and s.stage = 'signed'
 where d.stage = 'to_sign';

insert into terreau.number_counter (cooperative_id, series, year, n)
select r.cooperative_id, 'signature', substr(r.reference, 5, 4)::integer, count(*)
  from terreau.signature_request r group by 1, 2, 3;

insert into terreau.signature_party (cooperative_id, request_id, position, side, person_id, printed_name, state, asked_at)
select r.cooperative_id, r.id, 1, 'person', c.person_id, p.given_name || ' ' || p.family_name,
       case when s.signed_at is null then 'asked' else 'signed' end, r.opened_at
  from terreau.signature_request r
  join terreau.contract c on c.cooperative_id = r.cooperative_id and c.id = r.subject_id
  join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
  left join terreau.contract_signature s on s.cooperative_id = c.cooperative_id and s.contract_id = c.id and s.signer = 'person'
union all
select r.cooperative_id, r.id, 2, 'cooperative', null, o.signatory_name,
       case when s.signed_at is not null then 'signed' when f.signed_at is not null then 'asked' else 'waiting_turn' end, f.signed_at
  from terreau.signature_request r
  join terreau.cooperative o on o.id = r.cooperative_id
  left join terreau.contract_signature f on f.cooperative_id = r.cooperative_id and f.contract_id = r.subject_id and f.signer = 'person'
  left join terreau.contract_signature s on s.cooperative_id = r.cooperative_id and s.contract_id = r.subject_id and s.signer = 'cooperative';

insert into terreau.signature_code (cooperative_id, request_id, position, id, route, channel, sent_to, code_hash,
    document_sha256, tries, created_at, expires_at, used_at)
select k.cooperative_id, r.id, 1, k.id, 'phone', 'mail', coalesce(nullif(p.email, ''), 'unknown'), k.code_hash,
       k.document_sha256, least(k.tries, 5), k.created_at, least(k.expires_at, k.created_at + interval '10 minutes'), k.used_at
  from terreau.signing_code k
  join terreau.signature_request r on r.cooperative_id = k.cooperative_id and r.subject_id = k.contract_id
  join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id
  join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id;

insert into terreau.signature_act (cooperative_id, request_id, id, position, act, at, actor, user_id, route, proof_level,
    document_sha256, typed_name, code_id, trace)
select r.cooperative_id, r.id, gen_random_uuid(), 1, 'asked', r.opened_at, r.opened_by, null, null, null, r.document_sha256, null, null, 'migration'
  from terreau.signature_request r
union all
select s.cooperative_id, r.id, gen_random_uuid(), case s.signer when 'person' then 1 else 2 end, 'signed', s.signed_at,
       s.user_id::text, s.user_id, case s.signer when 'person' then 'phone' else 'account' end,
       case s.signer when 'person' then 'simple_code' else 'simple_account' end, s.document_sha256, s.typed_name,
       case when s.signer = 'person' then (select k.id from terreau.signature_code k where k.cooperative_id = s.cooperative_id
         and k.request_id = r.id and k.used_at is not null order by k.used_at desc limit 1) end, s.request_id
  from terreau.contract_signature s
  join terreau.signature_request r on r.cooperative_id = s.cooperative_id and r.subject_id = s.contract_id;

insert into terreau.signature_act (cooperative_id, request_id, id, act, at, actor, document_sha256, reason, trace)
select r.cooperative_id, r.id, gen_random_uuid(), 'withdrawn', r.ended_at, r.opened_by, r.document_sha256, 'Contrat abandonné', 'migration'
  from terreau.signature_request r where r.state = 'withdrawn';

drop table terreau.contract_signature;
drop table terreau.signing_code;

-- A contract may be sent again after a refusal or a delay that ran out: each sending keeps its document.
-- The signed version is the request's own file from now on.
alter table terreau.contract_document disable trigger append_only;
delete from terreau.contract_document where stage = 'signed';
alter table terreau.contract_document enable trigger append_only;
alter table terreau.contract_document drop constraint contract_document_pkey;
alter table terreau.contract_document drop column stage;
alter table terreau.contract_document add primary key (cooperative_id, contract_id, file_id);

alter table terreau.contract force row level security;
alter table terreau.contract_document force row level security;
alter table terreau.cooperative force row level security;
alter table terreau.person force row level security;
alter table terreau.number_counter force row level security;
alter table terreau.audit_entry force row level security;

call terreau.protect('terreau.signature_request', 'select, insert, update');
call terreau.protect('terreau.signature_party', 'select, insert, update');
call terreau.protect('terreau.signature_code', 'select, insert, update');
call terreau.protect('terreau.signature_act', 'select, insert', true);
