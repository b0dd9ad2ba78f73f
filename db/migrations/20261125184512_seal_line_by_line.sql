-- Closing a month costs what its rows cost: each entry is fingerprinted once, when it is written, and the
-- seal of the month hashes the fingerprints; frozen figures are guarded once for all of them.

-- The fingerprint of an entry (I-08): everything the seal of its month answers for.
create function terreau.line_digest(p terreau.posting, a terreau.account, l terreau.ledger_line) returns bytea
language sql stable
as $$
  select sha256(convert_to(concat_ws('|', p.cooperative_id, p.month, p.id, p.kind, p.concerns_month, p.source_kind,
    p.source_id, coalesce(p.reverses_posting_id::text, '-'), l.position, l.account_id, a.kind,
    coalesce(a.activity_id::text, '-'), l.amount_cents, l.label_key, l.label_params), 'UTF8'))
$$;

alter table terreau.ledger_line add column digest bytea;
-- Entries written before this day: the one time that the ledger is touched, and only to add what it says.
alter table terreau.ledger_line disable trigger append_only, no force row level security;
alter table terreau.posting no force row level security;
alter table terreau.account no force row level security;
update terreau.ledger_line l set digest = terreau.line_digest(p, a, l)
  from terreau.posting p, terreau.account a
 where p.cooperative_id = l.cooperative_id and p.id = l.posting_id
   and a.cooperative_id = l.cooperative_id and a.id = l.account_id;
alter table terreau.ledger_line enable trigger append_only, force row level security;
alter table terreau.posting force row level security;
alter table terreau.account force row level security;
alter table terreau.ledger_line alter column digest set not null;
comment on column terreau.ledger_line.digest is 'SHA-256 of the entry, written by the trigger that seals it; the seal of the month hashes these.';

create or replace function terreau.seal_and_count_line() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare made terreau.posting; moved terreau.account;
begin
  select * into made from terreau.posting p
   where p.cooperative_id = new.cooperative_id and p.id = new.posting_id;
  if made.transaction is distinct from pg_current_xact_id() then
    raise exception 'posting % is sealed', new.posting_id using errcode = 'check_violation', constraint = 'posting_is_sealed';
  end if;
  update terreau.account a set version = a.version + 1, balance_cents = a.balance_cents + new.amount_cents
   where a.cooperative_id = new.cooperative_id and a.id = new.account_id
   returning * into moved;
  new.account_version := moved.version;
  new.digest := terreau.line_digest(made, moved, new);
  return new;
end
$$;

-- Months sealed before this day keep the seal they have; `seal_format` says how it was made.
alter function terreau.month_seal(uuid, text, integer, bytea) rename to month_seal_of_texts;
alter table terreau.closing add column seal_format integer not null default 1 check (seal_format in (1, 2));
alter table terreau.closing alter column seal_format set default 2;
-- As for postings (I-02): figures join only the transaction that closes their month.
alter table terreau.closing add column transaction xid8 not null default pg_current_xact_id();

-- The fingerprint of frozen figures, in the order of their activities.
create function terreau.figures_text(c terreau.closing_line) returns text
language sql stable
as $$
  select concat_ws('|', c.activity_id, c.person_id, c.revenue_cents, c.output_vat_cents, c.input_vat_cents,
    c.production_purchase_cents, c.other_expense_cents, c.contribution_cents, c.accident_cover_cents,
    c.movement_cents, c.opening_cents, c.closing_cents, c.is_nil)
$$;
create function terreau.frozen_digest(p_cooperative uuid, p_month text, p_version integer) returns bytea
language sql stable set search_path = terreau, pg_temp
as $$
  select sha256(convert_to(coalesce(string_agg(terreau.figures_text(c), E'\n' order by c.activity_id), ''), 'UTF8'))
    from terreau.closing_line c
   where c.cooperative_id = p_cooperative and c.month = p_month and c.version = p_version
$$;

-- The seal of a month (I-08): its entries and its frozen figures, in a fixed order, after the seal of
-- the month closed before it. One flipped cent anywhere breaks it and all that follow.
create function terreau.month_seal(p_cooperative uuid, p_month text, p_version integer, p_previous bytea, p_figures bytea)
returns bytea
language sql stable set search_path = terreau, pg_temp
as $$
  select sha256(p_previous
    || sha256(convert_to(p_cooperative::text || ' ' || p_month || ' ' || p_version, 'UTF8'))
    || sha256(coalesce((
         select string_agg(l.digest, '' order by p.id, l.position)
           from terreau.posting p
           join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
          where p.cooperative_id = p_cooperative and p.month = p_month), ''))
    || p_figures)
$$;

-- A frozen figure belongs to a closing of the same transaction, to somebody's activity, and nothing joins
-- later. One look for all rows of a statement, where three keys and a guard looked once for each.
drop trigger open_month on terreau.closing_line;
create or replace function terreau.guard_closing_line() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare found_month text;
begin
  select a.month into found_month
    from (select distinct cooperative_id, month, version from added) a
   where not exists (select 1 from terreau.closing c
                      where c.cooperative_id = a.cooperative_id and c.month = a.month and c.version = a.version
                        and c.transaction = pg_current_xact_id())
   limit 1;
  if found then
    raise exception 'month % is closed', found_month using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  return null;
end
$$;
create trigger open_month after insert on terreau.closing_line referencing new table as added
  for each statement execute function terreau.guard_closing_line();
alter table terreau.closing_line
  drop constraint closing_line_cooperative_id_fkey,
  drop constraint closing_line_closing_fkey,
  drop constraint closing_line_activity_fkey,
  drop constraint closing_line_person_fkey,
  add constraint closing_line_member_fkey foreign key (cooperative_id, activity_id, person_id)
    references terreau.activity_member (cooperative_id, activity_id, person_id);
