import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** Sessions about which somebody does not agree: a mediation is asked for, and their hours wait. */
export const disputedSessions: WorkSource = {
  kinds: ['session-disputed'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('session-disputed'),
    targetId: sql`s.id::text`,
    personId: sql`s.tutor_person_id`,
    since: sql`s.state_at`,
    consequence: consequenceOf('certificate-waits'),
    from: sql`terreau.tutoring_session s`,
    where: sql`s.cooperative_id = ${cooperativeId} and s.state = 'disputed' and s.cancelled_at is null`,
    orderBy: sql`s.state_at, s.id`,
  }),
}
