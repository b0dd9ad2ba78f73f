-- Acts on money that one person asks for and another one agrees to.
create table terreau.approval (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  act text not null constraint approval_act
    check (act in ('close-month', 'decide-scheme', 'change-iban', 'export-pay', 'one-person-again')),
  target text not null,
  person_id uuid,
  proposal jsonb not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  state text not null default 'waiting' constraint approval_state
    check (state in ('waiting', 'agreed', 'refused', 'withdrawn')),
  asked_by uuid not null references terreau.app_user (id),
  asked_at timestamptz not null default now(),
  answered_by uuid references terreau.app_user (id),
  answered_at timestamptz,
  reason text not null default '',
  primary key (cooperative_id, id),
  constraint approval_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint approval_answered check ((state = 'waiting') = (answered_by is null)
    and (state = 'waiting') = (answered_at is null)),
  -- Nobody agrees to what they asked for; only the one who asked takes it back.
  constraint approval_needs_two check (
    case state when 'withdrawn' then answered_by = asked_by
               when 'waiting' then true else answered_by <> asked_by end)
);
create unique index approval_one_waiting on terreau.approval (cooperative_id, act, target) where state = 'waiting';
create index approval_newest on terreau.approval (cooperative_id, asked_at desc, id desc);
create index approval_person on terreau.approval (cooperative_id, person_id) where person_id is not null;
call terreau.protect('terreau.approval', 'select, insert, update');
comment on column terreau.approval.fingerprint is 'SHA-256 of what was proposed and of what it rests on; another one is another question.';

-- What was asked never changes, and it is answered once.
create function terreau.guard_approval() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  if old.state <> 'waiting'
     or (old.cooperative_id, old.id, old.act, old.target, old.proposal, old.fingerprint, old.asked_by, old.asked_at)
        is distinct from
        (new.cooperative_id, new.id, new.act, new.target, new.proposal, new.fingerprint, new.asked_by, new.asked_at) then
    raise exception 'approval % was answered', old.id using errcode = 'check_violation', constraint = 'approval_once';
  end if;
  return new;
end
$$;
create trigger once before update on terreau.approval for each row execute function terreau.guard_approval();

-- An IBAN that waits for a second person is sealed beside the one in force, and leaves once it is answered.
alter table terreau.sealed_number drop constraint sealed_number_kind,
  add constraint sealed_number_kind check (kind in ('nir', 'iban', 'proposed_iban'));
grant delete on terreau.sealed_number to terreau_app;
