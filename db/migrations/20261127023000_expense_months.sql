-- The page of expenses reads the lines that it shows, after ten years as after one month: how many lines of
-- each month are approved, paid, due and in no file yet is kept, so that a page knows in which months it lies.

create table terreau.expense_month (
  cooperative_id uuid not null references terreau.cooperative (id),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  shown integer not null default 0 check (shown >= 0),
  paid integer not null default 0 check (paid >= 0),
  due integer not null default 0 check (due >= 0),
  due_cents bigint not null default 0,
  to_export integer not null default 0 check (to_export >= 0),
  primary key (cooperative_id, month)
);
call terreau.protect('terreau.expense_month', 'select, insert, update');
comment on table terreau.expense_month is 'Expenses and trips of a month of the books, kept by the triggers of what changes where they stand.';
comment on column terreau.expense_month.shown is 'Lines that are approved, or were paid while they were.';
comment on column terreau.expense_month.due is 'Approved, owed something and not paid; to_export of them are in no file.';

-- Where lines stand, read along their declarations; what is named after them is looked past.
create function terreau.expenses_counted(
  p_cooperative uuid, p_declarations uuid[], p_acceptances uuid[] default '{}', p_undos uuid[] default '{}')
returns table (month text, shown integer, paid integer, due integer, due_cents bigint, to_export integer)
language sql stable set search_path = terreau, pg_temp
as $$
  select s.month, (count(*) filter (where s.is_accepted or s.is_paid))::integer,
         (count(*) filter (where s.is_paid))::integer,
         (count(*) filter (where s.is_due))::integer,
         coalesce(sum(s.amount_cents) filter (where s.is_due), 0)::bigint,
         (count(*) filter (where s.is_due and not s.is_exported))::integer
    from (
      select l.*, d.month, a.is_accepted, p.is_paid, x.is_exported,
             a.is_accepted and not p.is_paid and l.amount_cents > 0 as is_due
        from terreau.declaration d
       cross join lateral (
         select e.id, e.gross_cents as amount_cents from terreau.expense_line e
          where e.cooperative_id = d.cooperative_id and e.declaration_id = d.id
         union all
         select t.id, t.allowance_cents from terreau.trip_line t
          where t.cooperative_id = d.cooperative_id and t.declaration_id = d.id) l
       cross join lateral (select exists (
         select from terreau.acceptance k
          where k.cooperative_id = d.cooperative_id and k.declaration_id = d.id and k.id <> all (p_acceptances)
            and not exists (select from terreau.acceptance_undo u
                             where u.cooperative_id = k.cooperative_id and u.acceptance_id = k.id
                               and u.acceptance_id <> all (p_undos))) as is_accepted) a
       cross join lateral (select coalesce((
         select c.act = 'paid' from terreau.expense_act c
          where c.cooperative_id = d.cooperative_id and c.declaration_id = d.id and c.line_id = l.id
            and c.axis = 'payment'
          order by c.n desc limit 1), false) as is_paid) p
       cross join lateral (select exists (
         select from terreau.expense_act c
          where c.cooperative_id = d.cooperative_id and c.declaration_id = d.id and c.line_id = l.id
            and c.axis = 'export') as is_exported) x
       where d.cooperative_id = p_cooperative and d.id = any (p_declarations)) s
   group by s.month
$$;

-- The months are locked before anything is counted, so that two who act on lines of one month count one after
-- the other.
create function terreau.hold_expense_months(p_cooperative uuid, p_declarations uuid[]) returns void
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  insert into terreau.expense_month (cooperative_id, month)
  select distinct d.cooperative_id, d.month from terreau.declaration d
   where d.cooperative_id = p_cooperative and d.id = any (p_declarations)
     and (exists (select from terreau.expense_line e where e.cooperative_id = d.cooperative_id and e.declaration_id = d.id)
       or exists (select from terreau.trip_line t where t.cooperative_id = d.cooperative_id and t.declaration_id = d.id))
   order by 2
  on conflict (cooperative_id, month) do nothing;
  perform from terreau.expense_month m
    where m.cooperative_id = p_cooperative
      and m.month in (select d.month from terreau.declaration d
                       where d.cooperative_id = p_cooperative and d.id = any (p_declarations))
    order by m.month for update;
end
$$;

-- What acceptances, or acceptances taken back, changed: the lines as they stand, minus as they stood without.
create function terreau.move_expense_months(
  p_cooperative uuid, p_declarations uuid[], p_acceptances uuid[] default '{}', p_undos uuid[] default '{}')
returns void
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  perform terreau.hold_expense_months(p_cooperative, p_declarations);
  update terreau.expense_month m
     set shown = m.shown + n.shown, paid = m.paid + n.paid, due = m.due + n.due,
         due_cents = m.due_cents + n.due_cents, to_export = m.to_export + n.to_export
    from (
      select c.month, sum(c.shown) as shown, sum(c.paid) as paid, sum(c.due) as due,
             sum(c.due_cents) as due_cents, sum(c.to_export) as to_export
        from (select * from terreau.expenses_counted(p_cooperative, p_declarations)
              union all
              select w.month, -w.shown, -w.paid, -w.due, -w.due_cents, -w.to_export
                from terreau.expenses_counted(p_cooperative, p_declarations, p_acceptances, p_undos) w) c
       group by c.month) n
   where m.cooperative_id = p_cooperative and m.month = n.month;
end
$$;

create function terreau.count_accepted_expenses() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  perform terreau.move_expense_months(c.cooperative_id, array_agg(c.declaration_id), p_acceptances => array_agg(c.id))
     from changed c group by c.cooperative_id;
  return null;
end
$$;
create trigger count_expenses after insert on terreau.acceptance
  referencing new table as changed for each statement execute function terreau.count_accepted_expenses();

create function terreau.count_undone_expenses() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  perform terreau.move_expense_months(c.cooperative_id, array_agg(a.declaration_id), p_undos => array_agg(c.acceptance_id))
     from changed c
     join terreau.acceptance a on a.cooperative_id = c.cooperative_id and a.id = c.acceptance_id
    group by c.cooperative_id;
  return null;
end
$$;
create trigger count_expenses after insert on terreau.acceptance_undo
  referencing new table as changed for each statement execute function terreau.count_undone_expenses();

-- One file may hold thousands of lines: their acts are read once, in one pass.
create function terreau.count_settled_expenses() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  perform terreau.hold_expense_months(c.cooperative_id, array_agg(distinct c.declaration_id))
     from changed c group by c.cooperative_id;
  with acts as (
    select x.cooperative_id, x.declaration_id, x.line_id,
           coalesce((array_agg(x.act = 'paid' order by x.n desc) filter (where x.axis = 'payment'))[1], false) as is_paid,
           coalesce((array_agg(x.act = 'paid' order by x.n desc) filter (where x.axis = 'payment' and c.id is null))[1], false) as was_paid,
           bool_or(x.axis = 'export') as is_exported,
           bool_or(x.axis = 'export' and c.id is null) as was_exported
      from (select distinct cooperative_id, declaration_id, line_id from changed) k
      join terreau.expense_act x using (cooperative_id, declaration_id, line_id)
      left join changed c on c.id = x.id
     group by x.cooperative_id, x.declaration_id, x.line_id),
  moved as (
    select t.cooperative_id, d.month, k.is_accepted, t.is_paid, t.was_paid, t.is_exported, t.was_exported,
           l.amount_cents, k.is_accepted and l.amount_cents > 0 as is_owed
      from acts t
      join terreau.declaration d on d.cooperative_id = t.cooperative_id and d.id = t.declaration_id
     cross join lateral (
       select e.gross_cents as amount_cents from terreau.expense_line e
        where e.cooperative_id = t.cooperative_id and e.declaration_id = t.declaration_id and e.id = t.line_id
       union all
       select r.allowance_cents from terreau.trip_line r
        where r.cooperative_id = t.cooperative_id and r.declaration_id = t.declaration_id and r.id = t.line_id) l
     cross join lateral (select exists (
       select from terreau.standing_acceptance a
        where a.cooperative_id = t.cooperative_id and a.declaration_id = t.declaration_id) as is_accepted) k)
  update terreau.expense_month m
     set shown = m.shown + n.shown, paid = m.paid + n.paid, due = m.due + n.due,
         due_cents = m.due_cents + n.due_cents, to_export = m.to_export + n.to_export
    from (
      select v.cooperative_id, v.month,
             sum((v.is_accepted or v.is_paid)::integer - (v.is_accepted or v.was_paid)::integer) as shown,
             sum(v.is_paid::integer - v.was_paid::integer) as paid,
             sum((v.is_owed and not v.is_paid)::integer - (v.is_owed and not v.was_paid)::integer) as due,
             sum(v.amount_cents * ((v.is_owed and not v.is_paid)::integer - (v.is_owed and not v.was_paid)::integer)) as due_cents,
             sum((v.is_owed and not v.is_paid and not v.is_exported)::integer
                 - (v.is_owed and not v.was_paid and not v.was_exported)::integer) as to_export
        from moved v group by v.cooperative_id, v.month) n
   where m.cooperative_id = n.cooperative_id and m.month = n.month;
  return null;
end
$$;
create trigger count_expenses after insert on terreau.expense_act
  referencing new table as changed for each statement execute function terreau.count_settled_expenses();

-- Lines are written anew only while nobody accepted them: those that were paid before leave with the old
-- lines, and come back with the new ones.
create function terreau.count_paid_lines() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
declare one integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  update terreau.expense_month m set shown = m.shown + n.paid, paid = m.paid + n.paid
    from (
      select c.cooperative_id, d.month, one * count(*) as paid
        from changed c
        join terreau.declaration d on d.cooperative_id = c.cooperative_id and d.id = c.declaration_id
       where 'paid' = (select x.act from terreau.expense_act x
                        where x.cooperative_id = c.cooperative_id and x.declaration_id = c.declaration_id
                          and x.line_id = c.id and x.axis = 'payment'
                        order by x.n desc limit 1)
       group by c.cooperative_id, d.month) n
   where m.cooperative_id = n.cooperative_id and m.month = n.month;
  return null;
end
$$;
create trigger count_expenses after insert on terreau.expense_line
  referencing new table as changed for each statement execute function terreau.count_paid_lines();
create trigger count_expenses_gone after delete on terreau.expense_line
  referencing old table as changed for each statement execute function terreau.count_paid_lines();
create trigger count_expenses after insert on terreau.trip_line
  referencing new table as changed for each statement execute function terreau.count_paid_lines();
create trigger count_expenses_gone after delete on terreau.trip_line
  referencing old table as changed for each statement execute function terreau.count_paid_lines();

-- Where the lines of before this day stand.
do $$
declare guarded text;
begin
  foreach guarded in array array['declaration', 'expense_line', 'trip_line', 'acceptance', 'acceptance_undo', 'expense_act', 'expense_month'] loop
    execute format('alter table terreau.%I no force row level security', guarded);
  end loop;
  insert into terreau.expense_month (cooperative_id, month, shown, paid, due, due_cents, to_export)
  select c.id, n.month, n.shown, n.paid, n.due, n.due_cents, n.to_export
    from terreau.cooperative c
   cross join lateral terreau.expenses_counted(
     c.id, (select coalesce(array_agg(d.id), '{}') from terreau.declaration d where d.cooperative_id = c.id)) n
   where n.shown > 0;
  foreach guarded in array array['declaration', 'expense_line', 'trip_line', 'acceptance', 'acceptance_undo', 'expense_act', 'expense_month'] loop
    execute format('alter table terreau.%I force row level security', guarded);
  end loop;
end
$$;
