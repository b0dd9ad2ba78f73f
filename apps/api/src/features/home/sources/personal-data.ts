import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** Somebody asked to be erased: the answer is due within a month (GDPR art. 12.3). */
export const erasuresToAnswer: WorkSource = {
  kinds: ['erasure-to-answer'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('erasure-to-answer'),
    targetId: sql`q.person_id::text`,
    personId: sql`q.person_id`,
    dueOn: sql`(q.asked_on + interval '1 month')::date`,
    consequence: consequenceOf('legal-deadline'),
    article: sql`'RGPD 12.3'`,
    from: sql`terreau.erasure_request q`,
    where: sql`q.cooperative_id = ${cooperativeId} and q.answered_at is null`,
    orderBy: sql`q.asked_on, q.person_id`,
  }),
}
