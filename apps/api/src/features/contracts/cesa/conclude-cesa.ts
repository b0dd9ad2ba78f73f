import { addDays, localDate } from '@terreau/domain/time/local-date'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import type { ContractRow } from '../contract-row.ts'
import { writeExit } from '../life/end-contract.ts'
import { livingContract } from '../life/living-contract.ts'
import { readCesaTerms } from '../terms.ts'

/**
 * The signature of a CESA ends the CAPE of the same activity on the eve of its first day: the two are
 * never in force together. The trial that was agreed counts from now. Called just before the CESA becomes active.
 */
export async function concludeCesa(tx: Tx, ctx: Context, cesa: ContractRow): Promise<AuditEntry[]> {
  if (cesa.kind !== 'CESA') return []
  await tx
    .updateTable('contract')
    .set({ trialEndsOn: readCesaTerms(cesa.terms)?.trialEndsOn ?? null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', cesa.id)
    .execute()
  const eve = addDays(localDate(cesa.startsOn), -1)
  const rows = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, cesa.personId))
    .where('activityId', '=', cesa.activityId)
    .where('kind', '=', 'CAPE')
    .where('state', '=', 'active')
    .where('endsOn', '>=', eve)
    .forUpdate()
    .execute()
  const audit: AuditEntry[] = []
  for (const { id } of rows) {
    const cape = await livingContract(tx, ctx, id)
    if (cape.exit !== null) continue
    if (cape.from > eve) throw new ProblemError('contract-overlaps')
    const exit = { reason: 'to_cesa', effectiveOn: eve, note: '', confirmedBy: null } as const
    audit.push(await writeExit(tx, ctx, cape, exit))
  }
  return audit
}
