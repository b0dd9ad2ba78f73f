import { firstDay, lastDay, monthOf } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/**
 * R7331-11, 1°: a fixed part that the account cannot bear is owed all the same, so it is said before the
 * pay of the month, for whoever the page of the month lists. The cost is above the gross: what is found here is certainly too little.
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
    // Whoever has a slip of the month is paid: its cost has left the account already.
    from: sql`(
      select p.*, sum(p.fixed_part_cents) over (partition by p.activity_id) as unpaid_cents
        from terreau.fixed_parts(${cooperativeId}, ${firstDay(monthOf(today))}, ${lastDay(monthOf(today))}) p
       where not exists (select 1 from terreau.standing_pay_slip s
              where s.cooperative_id = ${cooperativeId} and s.month = ${monthOf(today)}
                and s.contract_id = p.contract_id)) f`,
    where: sql`f.fixed_part_cents > 0 and f.available_cents < f.unpaid_cents`,
    orderBy: sql`f.starts_on, f.contract_id`,
  }),
}
