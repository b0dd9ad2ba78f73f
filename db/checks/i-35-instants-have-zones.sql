-- I-35 No instant without its time zone, no date that hides an hour.
select c.table_name, c.column_name, c.data_type
  from information_schema.columns c
 where c.table_schema = 'terreau' and c.data_type in ('timestamp without time zone', 'time without time zone')
 order by 1, 2
