-- I-04 Money is whole cents: every amount is a bigint, and no column is a floating-point number.
select c.table_name, c.column_name, c.data_type
  from information_schema.columns c
 where c.table_schema = 'terreau'
   and (c.data_type in ('real', 'double precision', 'money')
        or (c.column_name ~ '_(cents|minor)$' and c.data_type <> 'bigint'))
 order by 1, 2
