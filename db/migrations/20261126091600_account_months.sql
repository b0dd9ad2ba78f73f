-- The account of an activity costs the same to read after ten years as after one month: what each of its
-- accounts did in a month, what it had at the end of it, and where its lines of that month are.

create table terreau.account_month (
  cooperative_id uuid not null references terreau.cooperative (id),
  account_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  amount_cents bigint not null,
  balance_cents bigint not null,
  first_version bigint not null,
  last_version bigint not null,
  primary key (cooperative_id, account_id, month),
  constraint account_month_account_fkey foreign key (cooperative_id, account_id) references terreau.account (cooperative_id, id),
  constraint account_month_versions_in_order check (first_version <= last_version)
);
call terreau.protect('terreau.account_month', 'select, insert, update');
comment on table terreau.account_month is 'Accounts of activities only, kept by the trigger that seals their lines (I-09).';
comment on column terreau.account_month.amount_cents is 'Sum of the lines booked in the month. Euro cents; debit positive.';
comment on column terreau.account_month.balance_cents is 'Sum of the lines booked in this month and all before it.';
comment on column terreau.account_month.first_version is 'Its lines of the month have account versions from here to last_version; those of another open month may lie between.';

-- Lines written before this day.
alter table terreau.ledger_line no force row level security;
alter table terreau.posting no force row level security;
alter table terreau.account no force row level security;
alter table terreau.account_month no force row level security;
insert into terreau.account_month (cooperative_id, account_id, month, amount_cents, balance_cents, first_version, last_version)
select l.cooperative_id, l.account_id, p.month, sum(l.amount_cents),
       sum(sum(l.amount_cents)) over (partition by l.cooperative_id, l.account_id order by p.month),
       min(l.account_version), max(l.account_version)
  from terreau.ledger_line l
  join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
  join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
 where a.activity_id is not null
 group by l.cooperative_id, l.account_id, p.month;
alter table terreau.ledger_line force row level security;
alter table terreau.posting force row level security;
alter table terreau.account force row level security;
alter table terreau.account_month force row level security;

-- Called with the account locked, so that two entries never meet here. An entry of a month that is still
-- open while a later one has begun also moves what the account had at the end of the later one.
create function terreau.count_in_month(moved terreau.account, booked_month text, amount bigint) returns void
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  insert into terreau.account_month as m
    (cooperative_id, account_id, month, amount_cents, balance_cents, first_version, last_version)
  values (moved.cooperative_id, moved.id, booked_month, amount,
          amount + coalesce((select b.balance_cents from terreau.account_month b
                              where b.cooperative_id = moved.cooperative_id and b.account_id = moved.id
                                and b.month < booked_month
                              order by b.month desc limit 1), 0),
          moved.version, moved.version)
  on conflict (cooperative_id, account_id, month) do update
    set amount_cents = m.amount_cents + excluded.amount_cents,
        balance_cents = m.balance_cents + excluded.amount_cents,
        last_version = excluded.last_version;
  update terreau.account_month m set balance_cents = m.balance_cents + amount
   where m.cooperative_id = moved.cooperative_id and m.account_id = moved.id and m.month > booked_month;
end
$$;

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
  if moved.activity_id is not null then
    perform terreau.count_in_month(moved, made.month, new.amount_cents);
  end if;
  return new;
end
$$;
