-- What a decision on the right to work answered: the day it was asked for and the reasons that were open.
-- Decisions of before are taken to have answered none: their contracts were sent already.
alter table terreau.work_decision
  add column asked_on date not null default current_date,
  add column open_points text[] not null default '{}';
alter table terreau.work_decision
  alter column asked_on drop default,
  alter column open_points drop default;
