import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** Somebody asked for a certificate from the phone. */
export const askedAttestations: WorkSource = {
  kinds: ['certificate-asked'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('certificate-asked'),
    targetId: sql`q.id::text`,
    personId: sql`q.person_id`,
    since: sql`q.asked_at`,
    consequence: consequenceOf('certificate-waits'),
    from: sql`terreau.attestation_request q`,
    where: sql`q.cooperative_id = ${cooperativeId} and q.state = 'waiting'`,
    orderBy: sql`q.asked_at, q.id`,
  }),
}
