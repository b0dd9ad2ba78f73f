-- The year of a person, which each acceptance counts on, without reading everybody's.
create index declaration_person on terreau.declaration (cooperative_id, person_id, concerns_month);
