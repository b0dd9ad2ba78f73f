-- What an account of an activity had at the end of a day is read from one row, after ten years as after one
-- month. Entries of different months are booked on one day, so that months cannot say it.

create table terreau.account_day (
  cooperative_id uuid not null references terreau.cooperative (id),
  account_id uuid not null,
  booked_on date not null,
  balance_cents bigint not null,
  newest_month text not null check (newest_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  primary key (cooperative_id, account_id, booked_on),
  constraint account_day_account_fkey foreign key (cooperative_id, account_id) references terreau.account (cooperative_id, id)
);
call terreau.protect('terreau.account_day', 'select, insert, update');
comment on table terreau.account_day is 'Accounts of activities only, a row for each day with an entry, kept by the trigger that seals their lines (I-09).';
comment on column terreau.account_day.booked_on is 'The day in Paris on which the entry was made, whatever month it is booked in.';
comment on column terreau.account_day.balance_cents is 'Sum of the lines made by the end of the day. Euro cents; debit positive.';
comment on column terreau.account_day.newest_month is 'The newest month with a line made by the end of the day.';

-- Lines written before this day.
alter table terreau.ledger_line no force row level security;
alter table terreau.posting no force row level security;
alter table terreau.account no force row level security;
alter table terreau.account_day no force row level security;
insert into terreau.account_day (cooperative_id, account_id, booked_on, balance_cents, newest_month)
select l.cooperative_id, l.account_id, (p.posted_at at time zone 'Europe/Paris')::date,
       sum(sum(l.amount_cents)) over through_day, max(max(p.month)) over through_day
  from terreau.ledger_line l
  join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
  join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
 where a.activity_id is not null
 group by l.cooperative_id, l.account_id, (p.posted_at at time zone 'Europe/Paris')::date
window through_day as (partition by l.cooperative_id, l.account_id
                       order by (p.posted_at at time zone 'Europe/Paris')::date);
alter table terreau.ledger_line force row level security;
alter table terreau.posting force row level security;
alter table terreau.account force row level security;
alter table terreau.account_day force row level security;

-- Called with the account locked, so that two entries never meet here. An entry that began before midnight
-- and is written after one of the next day also moves what the account had at the end of that one.
create function terreau.count_on_day(moved terreau.account, made terreau.posting, amount bigint) returns void
language plpgsql set search_path = terreau, pg_temp
as $$
declare
  day date := (made.posted_at at time zone 'Europe/Paris')::date;
  before terreau.account_day;
begin
  select * into before from terreau.account_day b
   where b.cooperative_id = moved.cooperative_id and b.account_id = moved.id and b.booked_on < day
   order by b.booked_on desc limit 1;
  insert into terreau.account_day as d (cooperative_id, account_id, booked_on, balance_cents, newest_month)
  values (moved.cooperative_id, moved.id, day, amount + coalesce(before.balance_cents, 0),
          greatest(made.month, before.newest_month))
  on conflict (cooperative_id, account_id, booked_on) do update
    set balance_cents = d.balance_cents + amount,
        newest_month = greatest(d.newest_month, made.month);
  update terreau.account_day d
     set balance_cents = d.balance_cents + amount, newest_month = greatest(d.newest_month, made.month)
   where d.cooperative_id = moved.cooperative_id and d.account_id = moved.id and d.booked_on > day;
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
    perform terreau.count_on_day(moved, made, new.amount_cents);
  end if;
  return new;
end
$$;
