import { lastDay, monthOf } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/**
 * R7331-11, 1°: a fixed part that the account cannot bear is owed all the same, so it is said before the
 * pay of the month. The cost is above the gross: what is found here is certainly too little.
 */
export const uncoveredFixedParts: WorkSource = {
  kinds: ['fixed-part-uncovered'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('fixed-part-uncovered'),
    targetId: sql`f.contract_id::text`,
    personId: sql`f.person_id`,
    activityId: sql`f.activity_id`,
    month: sql`${monthOf(today)}::text`,
    dueOn: sql`${lastDay(monthOf(today))}::date`,
    consequence: consequenceOf('blocks-pay'),
    from: sql`terreau.fixed_parts(${cooperativeId}, ${today}, ${today}) f`,
    where: sql`f.fixed_part_cents > 0 and f.available_cents < f.activity_owes_cents`,
    orderBy: sql`f.starts_on, f.contract_id`,
  }),
}
