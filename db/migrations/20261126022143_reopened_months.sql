-- The last closed month can be opened again by the direction. Its closing stays as it was, with its figures
-- and its seal; what is booked afterwards belongs to the next version, and so does the next closing.

create table terreau.closing_reopening (
  cooperative_id uuid not null references terreau.cooperative (id),
  month text not null,
  version integer not null,
  reason text not null check (reason <> ''),
  reopened_at timestamptz not null default now(),
  reopened_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, month, version),
  constraint closing_reopening_closing_fkey foreign key (cooperative_id, month, version)
    references terreau.closing (cooperative_id, month, version)
);
call terreau.protect('terreau.closing_reopening', 'select, insert', true);

-- The closing that stands for a month: not opened again since.
create view terreau.standing_closing with (security_invoker = true) as
  select c.* from terreau.closing c
   where not exists (select 1 from terreau.closing_reopening r
                      where r.cooperative_id = c.cooperative_id and r.month = c.month and r.version = c.version);
grant select on terreau.standing_closing to terreau_app, terreau_check;

create or replace function terreau.is_month_closed(p_cooperative uuid, p_month text) returns boolean
language sql stable set search_path = terreau, pg_temp
as $$ select exists (select 1 from terreau.standing_closing c where c.cooperative_id = p_cooperative and c.month = p_month) $$;

-- Alone on the month and on the one after it, whose closing would otherwise rest on figures that move.
create function terreau.guard_reopening() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare following text := to_char((new.month || '-01')::date + interval '1 month', 'YYYY-MM');
begin
  perform pg_advisory_xact_lock(terreau.month_lock(new.cooperative_id, new.month));
  perform pg_advisory_xact_lock(terreau.month_lock(new.cooperative_id, following));
  if exists (select 1 from terreau.closing c where c.cooperative_id = new.cooperative_id
                and (c.month, c.version) > (new.month, new.version)) then
    raise exception 'month % is not the last closing', new.month
      using errcode = 'check_violation', constraint = 'last_closing_reopens';
  end if;
  return new;
end
$$;
create trigger last_closing before insert on terreau.closing_reopening
  for each row execute function terreau.guard_reopening();

-- Which closing of its month an entry belongs to. The trigger after the one that holds the month open.
alter table terreau.posting add column version integer not null default 1 check (version >= 1);
comment on column terreau.posting.version is 'The closing of its month that seals it: 1, or one more for each time that the month was opened again.';
create function terreau.number_version() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  select count(*) + 1 into new.version from terreau.closing_reopening r
   where r.cooperative_id = new.cooperative_id and r.month = new.month;
  return new;
end
$$;
create trigger version_of_month before insert on terreau.posting
  for each row execute function terreau.number_version();

-- A closing answers for what was booked until then, and not for what came after the month was opened again.
create or replace function terreau.month_seal(p_cooperative uuid, p_month text, p_version integer, p_previous bytea, p_figures bytea)
returns bytea
language sql stable set search_path = terreau, pg_temp set enable_nestloop = off
as $$
  select sha256(p_previous
    || sha256(convert_to(p_cooperative::text || ' ' || p_month || ' ' || p_version, 'UTF8'))
    || sha256(coalesce((
         select string_agg(l.digest, '' order by p.id, l.position)
           from terreau.posting p
           join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
          where p.cooperative_id = p_cooperative and p.month = p_month and p.version <= p_version), ''))
    || p_figures)
$$;
create or replace function terreau.month_seal_of_texts(p_cooperative uuid, p_month text, p_version integer, p_previous bytea)
returns bytea
language sql stable set search_path = terreau, pg_temp set enable_nestloop = off
as $$
  select sha256(p_previous
    || sha256(convert_to(p_cooperative::text || ' ' || p_month || ' ' || p_version, 'UTF8'))
    || sha256(convert_to(coalesce((
         select string_agg(concat_ws('|', p.id, p.kind, p.concerns_month, p.source_kind, p.source_id,
                  coalesce(p.reverses_posting_id::text, '-'), l.position, a.kind,
                  coalesce(a.activity_id::text, '-'), l.amount_cents, l.label_key, l.label_params),
                  E'\n' order by p.id, l.position)
           from terreau.posting p
           join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
           join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
          where p.cooperative_id = p_cooperative and p.month = p_month and p.version <= p_version), ''), 'UTF8'))
    || sha256(convert_to(coalesce((
         select string_agg(concat_ws('|', c.activity_id, c.person_id, c.revenue_cents, c.output_vat_cents,
                  c.input_vat_cents, c.production_purchase_cents, c.other_expense_cents, c.contribution_cents,
                  c.accident_cover_cents, c.movement_cents, c.opening_cents, c.closing_cents, c.is_nil),
                  E'\n' order by c.activity_id)
           from terreau.closing_line c
          where c.cooperative_id = p_cooperative and c.month = p_month and c.version = p_version), ''), 'UTF8')))
$$;
