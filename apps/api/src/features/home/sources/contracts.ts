import { addDays } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

const ENDING_DAYS = 60

/** Ending soon with nothing that follows. */
export const endingContracts: WorkSource = {
  kinds: ['contract-ending'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('contract-ending'),
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`c.ends_on`,
    consequence: consequenceOf('work-stops'),
    from: sql`terreau.contract c`,
    where: sql`c.cooperative_id = ${cooperativeId} and c.state = 'active'
       and c.ends_on between ${today}::date and ${addDays(today, ENDING_DAYS)}::date
       and not exists (select 1 from terreau.contract n where n.cooperative_id = c.cooperative_id
             and n.person_id = c.person_id and n.activity_id = c.activity_id
             and n.state <> 'cancelled' and n.starts_on > c.ends_on)`,
    orderBy: sql`c.ends_on, c.id`,
  }),
}
