import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** An expense that was exported to be paid: the id of the export. */
export async function insertExpenseAct(
  test: TestApp,
  at: { cooperativeId: string; declarationId: string; userId: string },
): Promise<string> {
  const exportId = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.expense_act (cooperative_id, id, declaration_id, line_id, axis, act, done_on, amount_cents,
       export_id, done_by)
     values ($1, gen_random_uuid(), $2, gen_random_uuid(), 'export', 'exported', '2026-11-02', 1200, $3, $4)`,
    [at.cooperativeId, at.declarationId, exportId, at.userId],
  )
  return exportId
}
