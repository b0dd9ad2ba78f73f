import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** An operation of a funder, and the signed paper of a month on it. */
export async function insertOperation(
  test: TestApp,
  of: { cooperativeId: string; personId: string; documentId: string; userId: string },
): Promise<string> {
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.funded_operation (cooperative_id, id, version, name, funder, reference, starts_on, ends_on, written_by)
     values ($1, $2, 1, 'Accompagner', 'Région', 'R-1', '2026-01-01', '2026-12-31', $3)`,
    [of.cooperativeId, id, of.userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.time_sheet_paper (cooperative_id, id, person_id, month, operation_id, operation_version,
       document_id, signed_on, fingerprint, received_by)
     values ($1, $2, $3, '2026-10', $4, 1, $5, '2026-11-03', repeat('0', 64), $6)`,
    [of.cooperativeId, randomUUID(), of.personId, id, of.documentId, of.userId],
  )
  return id
}
