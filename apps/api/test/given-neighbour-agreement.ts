import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** An agreement of a pair of the neighbour from its wording to a review: accepted, countersigned, ended. */
export async function insertAgreement(
  test: TestApp,
  of: { cooperativeId: string; relationId: string; userId: string },
): Promise<void> {
  const { cooperativeId, relationId, userId } = of
  const fileId = randomUUID()
  const run = (text: string, ...values: unknown[]) =>
    queryAsOwner(test, text, [cooperativeId, ...values])
  await run(
    `insert into terreau.stored_file (cooperative_id, id, sha256, media_type, file_name, bytes)
     values ($1, $2, sha256('\\x255044462d'), 'application/pdf', 'convention.pdf', '\\x255044462d')`,
    fileId,
  )
  await run(
    `insert into terreau.tutoring_agreement (cooperative_id, relation_id, version, aim, rhythm, starts_on, months,
       confidentiality, stopping, written_by)
     values ($1, $2, 1, 'Fixer ses prix', 'weekly', '2026-09-01', 3, 'Entre nous', 'On le dit', $3)`,
    relationId,
    userId,
  )
  await run(
    `insert into terreau.tutoring_way (cooperative_id, relation_id, version, from_on, kind, level, reason, written_by)
     values ($1, $2, 1, '2026-10-10', 'paid', 'simple', 'agreed_otherwise', $3)`,
    relationId,
    userId,
  )
  await run(
    `insert into terreau.tutoring_agreement_answer (cooperative_id, relation_id, version, side, n, answer, channel)
     values ($1, $2, 1, 'tutor', 1, 'yes', 'mailed'), ($1, $2, 1, 'tutee', 1, 'yes', 'shared')`,
    relationId,
  )
  await run(
    `insert into terreau.tutoring_countersignature (cooperative_id, relation_id, version, file_id, signed_by)
     values ($1, $2, 1, $3, $4)`,
    relationId,
    fileId,
    userId,
  )
  await run(
    `insert into terreau.tutoring_agreement_end (cooperative_id, relation_id, version, ended_on, reason, words, recorded_by)
     values ($1, $2, 1, '2026-10-20', 'aim_reached', 'Bien', $3)`,
    relationId,
    userId,
  )
  await run(
    `insert into terreau.tutoring_review (cooperative_id, relation_id, version, side, aim_answer, help_answer, again_answer, words)
     values ($1, $2, 1, 'tutor', 'yes', 'partly', 'no', 'Merci')`,
    relationId,
  )
}
