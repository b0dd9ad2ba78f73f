-- What an assembly decided for a month in which refunds are above sales: it owes what a month without sales owes,
-- as every decision so far, or the contribution on the refund is given back within what the year took.
alter table terreau.contribution_scheme
  add column negative_base text not null default 'as_nil' check (negative_base in ('as_nil', 'given_back'));
alter table terreau.contribution_scheme alter column negative_base drop default;
