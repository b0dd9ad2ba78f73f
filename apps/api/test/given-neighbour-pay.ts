import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** A slip that a payroll file brought. */
export async function givenPaySlip(
  test: TestApp,
  of: { cooperativeId: string; contractId: string; userId: string },
): Promise<{ importId: string }> {
  const importId = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.pay_import (cooperative_id, id, month, file_name, content_sha256, imported_by)
     values ($1, $2, '2026-10', 'paie.csv', '\\x00', $3)`,
    [of.cooperativeId, importId, of.userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.pay_slip (cooperative_id, id, import_id, contract_id, person_id, activity_id, month,
       version, paid_on, gross_cents, net_cents, net_social_cents, employer_cost_cents)
     select c.cooperative_id, gen_random_uuid(), $2, c.id, c.person_id, c.activity_id, '2026-10', 1,
            '2026-10-31', 0, 0, 0, 0 from terreau.contract c where c.id = $1`,
    [of.contractId, importId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.pay_export (cooperative_id, id, month, file_name, content_sha256, lines, facts, exported_by)
     values ($1, gen_random_uuid(), '2026-10', 'paie-2026-10.csv', sha256('x'), 1, '', $2)`,
    [of.cooperativeId, of.userId],
  )
  return { importId }
}
