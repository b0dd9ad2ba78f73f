import { createHash, randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** A financial year whose account is a draft with one line: its id is given back. */
export const SHARED_YEAR = '2026-01'
/** The year before, whose account was given with its document; no closing stands behind it. */
const GIVEN_YEAR = '2025-01'

export async function insertSharedServices(
  test: TestApp,
  of: { cooperativeId: string; userId: string },
): Promise<string> {
  const [lineId, fileId] = [randomUUID(), randomUUID()]
  const { cooperativeId, userId } = of
  for (const firstMonth of [SHARED_YEAR, GIVEN_YEAR]) {
    await queryAsOwner(
      test,
      `insert into terreau.shared_services_account (cooperative_id, first_month, version, begun_by)
       values ($1, $2, 1, $3)`,
      [cooperativeId, firstMonth, userId],
    )
    await queryAsOwner(
      test,
      `insert into terreau.shared_services_line (cooperative_id, first_month, version, id, nature, amount_cents,
         source, entered_by)
       values ($1, $2, 1, $3, 'premises', 120000, '613', $4)`,
      [cooperativeId, firstMonth, firstMonth === SHARED_YEAR ? lineId : randomUUID(), userId],
    )
  }
  await queryAsOwner(
    test,
    `insert into terreau.shared_services_given (cooperative_id, first_month, version, last_month, given_by)
     values ($1, $2, 1, '2025-12', $3)`,
    [cooperativeId, GIVEN_YEAR, userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.stored_file (cooperative_id, id, sha256, media_type, file_name, bytes)
     values ($1, $2, $3, 'application/pdf', 'services-communs.pdf', 'x')`,
    [cooperativeId, fileId, createHash('sha256').update('x').digest()],
  )
  await queryAsOwner(
    test,
    `insert into terreau.shared_services_document (cooperative_id, first_month, version, locale, file_id)
     values ($1, $2, 1, 'fr', $3)`,
    [cooperativeId, GIVEN_YEAR, fileId],
  )
  return lineId
}
