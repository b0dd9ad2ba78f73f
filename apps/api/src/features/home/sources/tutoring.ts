import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** Sessions whose last answer is not a yes: their hours do not count until that is settled. */
export const disputedSessions: WorkSource = {
  kinds: ['session-disputed'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('session-disputed'),
    targetId: sql`s.id::text`,
    personId: sql`s.tutor_person_id`,
    since: sql`a.answered_at`,
    consequence: consequenceOf('certificate-waits'),
    from: sql`terreau.tutoring_answer a
      join terreau.tutoring_session s on s.cooperative_id = a.cooperative_id and s.id = a.session_id`,
    where: sql`a.cooperative_id = ${cooperativeId} and a.answer <> 'yes' and s.cancelled_at is null
       and not exists (select 1 from terreau.tutoring_answer n
             where n.cooperative_id = a.cooperative_id and n.session_id = a.session_id and n.n > a.n)`,
    orderBy: sql`a.answered_at, a.session_id`,
  }),
}
