import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** A copy that the office made, ready to open, and a hold that stands. */
export async function givenPersonalData(
  test: TestApp,
  at: { cooperativeId: string; personId: string; userId: string },
): Promise<{ exportId: string; holdId: string }> {
  const [exportId, holdId] = [randomUUID(), randomUUID()]
  const { cooperativeId, personId, userId } = at
  await queryAsOwner(
    test,
    `insert into terreau.personal_export (cooperative_id, id, person_id, asked_for, asked_by, reason, state,
       files_total, ready_at, expires_on, byte_count, sha256)
     values ($1, $2, $3, 'office', $4, 'Demande écrite', 'ready', 0, now(), '2027-01-31', 0, sha256(''))`,
    [cooperativeId, exportId, personId, userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.legal_hold (cooperative_id, id, person_id, reason, placed_by)
     values ($1, $2, $3, 'Litige', $4)`,
    [cooperativeId, holdId, personId, userId],
  )
  return { exportId, holdId }
}
