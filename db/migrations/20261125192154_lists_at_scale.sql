-- Lists and the work queue read along these, so that a page costs the same in a cooperative of ten
-- thousand people as in one of a hundred (apps/api/test/scale.test.ts counts the pages read).
create index contract_order on terreau.contract (cooperative_id, starts_on, id);
create index contract_follows on terreau.contract (cooperative_id, person_id, starts_on) include (activity_id) where state <> 'cancelled';
create index declaration_sent on terreau.declaration (cooperative_id, concerns_month, activity_id, person_id) where state <> 'draft';

-- The last day of a contract as a column that can be compared: row-level security lets no expression over
-- an end that may be missing become the condition of an index. The index leaves out no contract in force,
-- and reads past those that have ended, which grow for ever.
alter table terreau.contract add column last_on date generated always as (coalesce(ends_on, 'infinity'::date)) stored;
comment on column terreau.contract.last_on is 'ends_on, or infinity: for comparing, never for showing.';
create index contract_current on terreau.contract (cooperative_id, last_on, id)
  include (starts_on, activity_id, person_id) where state = 'active';
drop index terreau.contract_expected;

-- The contracts in force at some moment of a month. Read as part of the statement that asks, so that it
-- stops after the rows that are wanted.
create function terreau.contracts_in_month(p_cooperative uuid, p_month text)
returns table (contract_id uuid, activity_id uuid, person_id uuid, starts_on date, last_on date)
language sql stable
as $$
  select c.id, c.activity_id, c.person_id, c.starts_on, c.last_on
    from terreau.contract c
   where c.cooperative_id = p_cooperative and c.state = 'active'
     and c.starts_on < ((p_month || '-01')::date + interval '1 month')::date
     and c.last_on >= (p_month || '-01')::date
$$;

create or replace function terreau.month_expected(p_cooperative uuid, p_month text)
returns table (activity_id uuid, person_id uuid, contract_id uuid)
language sql stable
as $$
  select distinct on (c.activity_id, c.person_id) c.activity_id, c.person_id, c.contract_id
    from terreau.contracts_in_month(p_cooperative, p_month) c
   order by c.activity_id, c.person_id, c.starts_on desc, c.contract_id
$$;
