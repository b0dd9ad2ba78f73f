import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/**
 * R7331-9: the account of the shared services is due to the entrepreneurs at the end of each financial year.
 * It waits once the year is closed, until a version is given. A year before the books were kept here is not
 * asked for.
 */
export const sharedServicesToGive: WorkSource = {
  kinds: ['shared-services-to-give'],
  rows: ({ cooperativeId, closedYears }) => ({
    kind: kindOf('shared-services-to-give'),
    targetId: sql`y.first_month`,
    personId: sql`null`,
    month: sql`y.last_month`,
    since: sql`c.closed_at`,
    consequence: consequenceOf('legal-deadline'),
    article: sql`'C. trav. R7331-9'`,
    from: sql`unnest(${closedYears.map((year) => year.firstMonth)}::text[],
                     ${closedYears.map((year) => year.lastMonth)}::text[]) as y (first_month, last_month)
      join terreau.standing_closing c on c.cooperative_id = ${cooperativeId} and c.month = y.last_month`,
    where: sql`not exists (select 1 from terreau.shared_services_given g
                where g.cooperative_id = ${cooperativeId}
                  and g.first_month <= y.last_month and g.last_month >= y.first_month)`,
    orderBy: sql`c.closed_at, y.first_month`,
  }),
}
