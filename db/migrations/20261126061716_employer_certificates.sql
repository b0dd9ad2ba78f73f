-- The attestation employeur that the payroll returns is a paper about pay (C. trav. R1234-9): kept as long as pay
-- slips, not as short as identity papers. The map of before is kept under a name of its own.
alter function terreau.personal_fields() rename to personal_fields_before_employer_certificates;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select f.kind, f.step, f.name,
         case when (f.kind, f.step) in (('papers', 1), ('pay', 2))
              then replace(f.scope, $$'social_security'$$, $$'social_security', 'employer_certificate'$$)
              else f.scope end,
         f.changes
    from terreau.personal_fields_before_employer_certificates() f
$fields$;
