import { sql } from 'kysely'
import { endingPermits } from '../../right-to-work/index.ts'
import { consequenceOf, type WorkSource } from './source.ts'

/** From this many days before the end, the duty of the employer ranks it above what merely stops (L8251-1). */
const URGENT_DAYS = 30

/**
 * Permits that end within the first alert, and those that have ended without a recorded prolongation: then
 * a decision of a person is needed. Of the paper itself the row says nothing but its last day.
 */
export const permitsToFollow: WorkSource = {
  kinds: ['permit-ending', 'permit-decision'],
  rows: ({ cooperativeId, today }) => {
    const ending = endingPermits({ cooperativeId, today })
    const isUrgent = sql`x.last_day <= ${today}::date + ${URGENT_DAYS}::integer`
    return {
      kind: sql`case when x.last_day <= ${today}::date then 'permit-decision' else 'permit-ending' end`,
      targetId: sql`p.person_id::text`,
      personId: sql`p.person_id`,
      dueOn: sql`x.last_day`,
      consequence: sql`case when ${isUrgent} then ${consequenceOf('legal-deadline')}
                            else ${consequenceOf('work-stops')} end`,
      article: sql`case when ${isUrgent} then 'C. trav. L8251-1' else '' end`,
      from: ending.from,
      where: sql`${ending.where}
         and not exists (select 1 from terreau.work_decision w where w.cooperative_id = p.cooperative_id
               and w.permit_id = p.id and w.paper_until = x.last_day
               and x.last_day <= ${today}::date and w.decided_at::date >= x.last_day)`,
      orderBy: sql`p.valid_until, p.id`,
    }
  },
}
