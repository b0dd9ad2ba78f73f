import { sql } from 'kysely'
import { kindOf, type WorkSource } from './source.ts'

/** What somebody asked a second person to agree to. */
export const waitingApprovals: WorkSource = {
  kinds: ['approval-waiting'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('approval-waiting'),
    targetId: sql`a.id::text`,
    personId: sql`a.person_id`,
    since: sql`a.asked_at`,
    consequence: sql`case a.act when 'close-month' then 'blocks-closing'
                                when 'decide-scheme' then 'courtesy'
                                when 'one-person-again' then 'courtesy' else 'blocks-pay' end`,
    from: sql`terreau.approval a`,
    where: sql`a.cooperative_id = ${cooperativeId} and a.state = 'waiting'`,
    orderBy: sql`a.asked_at, a.id`,
  }),
}
