-- Taking an acceptance back moves the other months of the year that counted on it: what was settled then stays
-- with the undoing, so that the next acceptance counts it.
alter table terreau.acceptance_undo add column settled_lines jsonb not null default '[]';
alter table terreau.acceptance_undo alter column settled_lines drop default;
