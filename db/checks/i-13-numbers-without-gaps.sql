-- I-13 Numbers of attestations, contracts and declarations are 1, 2, 3… in each series, and the counter agrees.
with numbered as (
  select cooperative_id, 'attestation' as series, year, n from terreau.attestation
  union all
  select cooperative_id, 'contract-' || (string_to_array(number, '-'))[1], (string_to_array(number, '-'))[2]::integer,
         (string_to_array(number, '-'))[3]::bigint
    from terreau.contract where number ~ '^(CAPE|CESA)-[0-9]{4}-[0-9]{4,}$'
  union all
  select cooperative_id, 'declaration-' || substring(number from 3 for 7), substring(number from 3 for 4)::integer,
         substring(number from 11)::bigint
    from terreau.declaration where number ~ '^D-[0-9]{4}-[0-9]{2}-[0-9]{4,}$'),
series as (
  select cooperative_id, series, year, count(*) as numbers, count(distinct n) as distinct_numbers,
         min(n) as first, max(n) as last
    from numbered group by cooperative_id, series, year)
select s.cooperative_id, s.series, s.year, s.numbers, s.first, s.last, c.n as counter
  from series s
  left join terreau.number_counter c on c.cooperative_id = s.cooperative_id and c.series = s.series
                                    and c.year = s.year
 where s.numbers <> s.distinct_numbers or s.first <> 1 or s.last <> s.numbers
    or s.last is distinct from c.n
 order by 1, 2, 3
