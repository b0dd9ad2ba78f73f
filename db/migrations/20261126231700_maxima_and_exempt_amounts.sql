-- What more cooperatives publish: a maximum of the month or of the year, no contribution below an amount, and an
-- exemption from the minimum and the fixed part alone (C. trav. R7331-8). Earlier decisions said none of it.
alter table terreau.contribution_scheme
  add column exemption_covers text not null default 'everything' check (exemption_covers in ('everything', 'minimum')),
  add column exempt_below_cents bigint not null default 0 check (exempt_below_cents >= 0),
  add column monthly_cap_cents bigint,
  add column yearly_cap_cents bigint,
  add constraint contribution_scheme_caps_above_minimum check (
    coalesce(least(monthly_cap_cents, yearly_cap_cents), 1) > 0
    and coalesce(least(monthly_cap_cents, yearly_cap_cents), monthly_floor_cents + fixed_monthly_cents)
        >= monthly_floor_cents + fixed_monthly_cents);
alter table terreau.contribution_scheme alter column exemption_covers drop default, alter column exempt_below_cents drop default;
