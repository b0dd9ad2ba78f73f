-- What closing a month needs: decisions about people, the figures to freeze, the seal.

create table terreau.month_decision (
  cooperative_id uuid not null references terreau.cooperative (id),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  activity_id uuid not null,
  person_id uuid not null,
  decision text not null check (decision in ('postponed')),
  reason text not null check (reason <> ''),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  primary key (cooperative_id, month, activity_id, person_id),
  constraint month_decision_member_fkey foreign key (cooperative_id, activity_id, person_id)
    references terreau.activity_member (cooperative_id, activity_id, person_id)
);
call terreau.protect('terreau.month_decision', 'select, insert, delete');
create trigger open_month before insert or update or delete on terreau.month_decision
  for each row execute function terreau.guard_open_month();
comment on table terreau.month_decision is 'Somebody who declared nothing and whom the closing leaves out: the declaration will be a late one.';

-- Undoing an acceptance belongs to the month in which it was booked.
create function terreau.guard_undo_of_open_month() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare guarded text;
begin
  select a.month into guarded from terreau.acceptance a
   where a.cooperative_id = new.cooperative_id and a.id = new.acceptance_id;
  perform pg_advisory_xact_lock_shared(terreau.month_lock(new.cooperative_id, guarded));
  if terreau.is_month_closed(new.cooperative_id, guarded) then
    raise exception 'month % is closed', guarded using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  return new;
end
$$;
create trigger open_month before insert on terreau.acceptance_undo
  for each row execute function terreau.guard_undo_of_open_month();

-- Figures are frozen before the closing is written; afterwards nothing joins them.
create function terreau.guard_closing_line() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  if exists (select 1 from terreau.closing c where c.cooperative_id = new.cooperative_id
                and c.month = new.month and c.version = new.version) then
    raise exception 'month % is closed', new.month using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  return new;
end
$$;
create trigger open_month before insert on terreau.closing_line
  for each row execute function terreau.guard_closing_line();

-- The figures of a month, one row per activity that has something to say: a contract in force, lines,
-- or money. Openings brought in during the month belong to its opening balance. The balance before the
-- month is the cached balance less what was booked since: the cost follows the month, not the history.
create function terreau.month_figures(p_cooperative uuid, p_month text)
returns table (activity_id uuid, person_id uuid, revenue_cents bigint, output_vat_cents bigint,
               input_vat_cents bigint, production_purchase_cents bigint, other_expense_cents bigint,
               contribution_cents bigint, accident_cover_cents bigint, movement_cents bigint,
               opening_cents bigint, closing_cents bigint, is_nil boolean)
language sql stable set search_path = terreau, pg_temp
as $$
  with since as (
    select a.activity_id,
           coalesce(-sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_revenue'), 0) as revenue,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_production_purchase'), 0) as purchase,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_expense'), 0) as expense,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_contribution'), 0) as contribution,
           coalesce(sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_accident_cover'), 0) as cover,
           coalesce(-sum(l.amount_cents) filter (where p.month = p_month and a.kind = 'activity_opening'), 0) as opened,
           coalesce(sum(l.amount_cents), 0) as since_total
      from terreau.posting p
      join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
      join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
     where p.cooperative_id = p_cooperative and p.month >= p_month and a.activity_id is not null
     group by a.activity_id),
  booked as (
    select distinct a.activity_id from terreau.posting p
      join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
      join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
     where p.cooperative_id = p_cooperative and p.month = p_month and a.activity_id is not null),
  balance as (
    select a.activity_id, -sum(a.balance_cents) as now_cents from terreau.account a
     where a.cooperative_id = p_cooperative and a.activity_id is not null group by a.activity_id),
  accepted as (
    select s.activity_id, sum(s.output_vat_cents) as output_vat, sum(s.input_vat_cents) as input_vat,
           bool_and(s.is_nil) as is_nil, min(d.person_id::text)::uuid as person_id
      from terreau.standing_acceptance s
      join terreau.declaration d on d.cooperative_id = s.cooperative_id and d.id = s.declaration_id
     where s.cooperative_id = p_cooperative and s.month = p_month group by s.activity_id),
  in_force as (
    select distinct on (c.activity_id) c.activity_id, c.person_id from terreau.contract c
     where c.cooperative_id = p_cooperative and c.state = 'active'
       and c.starts_on < ((p_month || '-01')::date + interval '1 month')::date
       and (c.ends_on is null or c.ends_on >= (p_month || '-01')::date)
     order by c.activity_id, c.starts_on desc, c.id),
  figures as (
    select x.id as activity_id,
           coalesce(a.person_id, f.person_id,
                    (select m.person_id from terreau.activity_member m
                      where m.cooperative_id = p_cooperative and m.activity_id = x.id
                      order by m.share_permille desc, m.person_id limit 1)) as person_id,
           coalesce(s.revenue, 0) as revenue, coalesce(s.purchase, 0) as purchase,
           coalesce(s.expense, 0) as expense, coalesce(s.contribution, 0) as contribution,
           coalesce(s.cover, 0) as cover,
           coalesce(a.output_vat, 0) as output_vat, coalesce(a.input_vat, 0) as input_vat,
           coalesce(b.now_cents, 0) + coalesce(s.since_total, 0) + coalesce(s.opened, 0) as opening,
           coalesce(a.is_nil, false) as is_nil,
           a.activity_id is not null or f.activity_id is not null
             or k.activity_id is not null as is_concerned
      from terreau.activity x
      left join since s on s.activity_id = x.id
      left join balance b on b.activity_id = x.id
      left join accepted a on a.activity_id = x.id
      left join in_force f on f.activity_id = x.id
      left join booked k on k.activity_id = x.id
     where x.cooperative_id = p_cooperative),
  moved as (
    select f.*, f.revenue - f.contribution - f.purchase - f.expense - f.cover as movement from figures f)
  select m.activity_id, m.person_id, m.revenue::bigint, m.output_vat::bigint, m.input_vat::bigint,
         m.purchase::bigint, m.expense::bigint, m.contribution::bigint, m.cover::bigint,
         m.movement::bigint, m.opening::bigint, (m.opening + m.movement)::bigint, m.is_nil
    from moved m
   where (m.is_concerned or m.opening <> 0) and m.person_id is not null
$$;

-- The seal of a month (I-08): its entries and its frozen figures, in a fixed order, after the seal of
-- the month closed before it. One flipped cent anywhere breaks it and all that follow.
create function terreau.month_seal(p_cooperative uuid, p_month text, p_version integer, p_previous bytea)
returns bytea
language sql stable set search_path = terreau, pg_temp
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
          where p.cooperative_id = p_cooperative and p.month = p_month), ''), 'UTF8'))
    || sha256(convert_to(coalesce((
         select string_agg(concat_ws('|', c.activity_id, c.person_id, c.revenue_cents, c.output_vat_cents,
                  c.input_vat_cents, c.production_purchase_cents, c.other_expense_cents, c.contribution_cents,
                  c.accident_cover_cents, c.movement_cents, c.opening_cents, c.closing_cents, c.is_nil),
                  E'\n' order by c.activity_id)
           from terreau.closing_line c
          where c.cooperative_id = p_cooperative and c.month = p_month and c.version = p_version), ''), 'UTF8')))
$$;

-- Who should declare a month: everybody whose contract is in force, activity by activity. The latest
-- contract counts when one follows another within the month.
create function terreau.month_expected(p_cooperative uuid, p_month text)
returns table (activity_id uuid, person_id uuid, contract_id uuid)
language sql stable set search_path = terreau, pg_temp
as $$
  select distinct on (c.activity_id, c.person_id) c.activity_id, c.person_id, c.id
    from terreau.contract c
   where c.cooperative_id = p_cooperative and c.state = 'active'
     and c.starts_on < ((p_month || '-01')::date + interval '1 month')::date
     and (c.ends_on is null or c.ends_on >= (p_month || '-01')::date)
   order by c.activity_id, c.person_id, c.starts_on desc, c.id
$$;
