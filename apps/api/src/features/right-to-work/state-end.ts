import { isUnlikelyEnd } from '@terreau/domain/right-to-work/permit-dates'
import { permitRule } from '@terreau/domain/right-to-work/permit-kinds'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { FieldProblem } from '@terreau/protocol/problems'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { refreshClocks } from '../clocks/index.ts'
import { permitKindOf } from './permits.ts'

/**
 * Writes the last day of a permit that was recorded without one, or why it has none. Decisions that were
 * taken on the paper without a last day are asked for again, as for any new last day.
 */
export const statePermitEnd = mutation<
  { permitId: string; validUntil: LocalDate | null; reason: string },
  void
>({
  access: 'permit.edit',
  async run(tx, ctx, { permitId, validUntil, reason }) {
    const permit = found(
      await tx
        .selectFrom('permit')
        .select(['personId', 'kind', 'validFrom', 'validUntil'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', permitId)
        .where('replacedAt', 'is', null)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (permit.validUntil !== null || !permitRule(permitKindOf(permit.kind)).isPermit)
      throw new ProblemError('permit-end-known')
    const { validFrom } = permit
    const errors = faultsOf({ validUntil, reason, validFrom, today: ctx.today })
    if (errors.length > 0) throw new ProblemError('request-invalid', undefined, errors)
    await tx
      .updateTable('permit')
      .set(validUntil === null ? { noEndReason: reason } : { validUntil, noEndReason: '' })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', permitId)
      .execute()
    await refreshClocks(tx, ctx, permit.personId)
    const entity = { kind: 'person', id: permit.personId }
    const after = { permitId, hasEnd: validUntil !== null }
    return { value: undefined, audit: [{ action: 'permit.end-stated', entity, after }] }
  },
})

function faultsOf(given: {
  validUntil: LocalDate | null
  reason: string
  validFrom: string | null
  today: LocalDate
}): FieldProblem[] {
  const { validUntil, reason, validFrom, today } = given
  if (validUntil === null)
    return reason === '' ? [{ pointer: '/body/reason', code: 'reason-missing' }] : []
  if (validFrom !== null && validUntil < validFrom)
    return [{ pointer: '/body/validUntil', code: 'ends-before-start' }]
  return isUnlikelyEnd(validUntil, today)
    ? [{ pointer: '/body/validUntil', code: 'paper-end-unlikely' }]
    : []
}
