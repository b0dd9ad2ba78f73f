import { addDays, type LocalDate } from '@terreau/domain/time/local-date'
import { type RawBuilder, sql } from 'kysely'

/** How long before its end a contract is spoken of: time to meet, decide and write the next one. */
export const ENDING_DAYS = 60

/**
 * Of a contract `c`: in force, its last day within sixty days, and no other one begins after it. What could
 * follow begins after today: said apart, so that years of old contracts are not read to find out.
 */
export function endsSoon(today: LocalDate): RawBuilder<unknown> {
  return sql`c.state = 'active' and c.ends_on between ${today}::date and ${addDays(today, ENDING_DAYS)}::date
    and not exists (select 1 from terreau.contract n where n.cooperative_id = c.cooperative_id
      and n.person_id = c.person_id and n.state = 'active'
      and n.starts_on > ${today}::date and n.starts_on > c.ends_on)`
}
