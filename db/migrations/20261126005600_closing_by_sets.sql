-- A month is read whole, so its tables are joined as sets. A cooperative that has just arrived is in no
-- statistics yet: the planner takes its month for one row, and reads everything again for each row.
alter function terreau.month_figures(uuid, text) set enable_nestloop = off;
alter function terreau.month_seal(uuid, text, integer, bytea, bytea) set enable_nestloop = off;
alter function terreau.month_seal_of_texts(uuid, text, integer, bytea) set enable_nestloop = off;
