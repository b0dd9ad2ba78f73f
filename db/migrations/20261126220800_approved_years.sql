-- Which financial year an assembly approved (C. trav. R7331-11, R7331-12), kept with it so that a financial year
-- changed later leaves what was due as it was. Until now it was the calendar year before the assembly.
alter table terreau.approval_assembly
  add column first_month text,
  add column last_month text;
update terreau.approval_assembly
   set first_month = extract(year from held_on) - 1 || '-01',
       last_month = extract(year from held_on) - 1 || '-12';
alter table terreau.approval_assembly
  alter column first_month set not null,
  alter column last_month set not null,
  add constraint approval_assembly_months check (first_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'
    and last_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and first_month <= last_month),
  add constraint approval_assembly_year_ended check (held_on >= (last_month || '-01')::date + interval '1 month');
