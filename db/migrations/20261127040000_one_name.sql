-- Many passports hold one name only: it is the family name, and there is no given name.
alter table terreau.person drop constraint person_given_name_check;
alter table terreau.lead drop constraint lead_given_name_check;
alter table terreau.staff_register_entry drop constraint staff_register_entry_given_names;

-- "Awa Diop", or the only name.
create function terreau.full_name(given_name text, family_name text) returns text
  language sql immutable parallel safe
  return ltrim(given_name || ' ' || family_name);

-- "Bonjour Awa", or the only name.
create function terreau.greeted_name(given_name text, family_name text) returns text
  language sql immutable parallel safe
  return coalesce(nullif(given_name, ''), family_name);
