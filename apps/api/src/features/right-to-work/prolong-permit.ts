import { randomUUID } from 'node:crypto'
import { isUnlikelyEnd, prolongedUntil } from '@terreau/domain/right-to-work/permit-dates'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { refreshClocks } from '../clocks/index.ts'
import { markRead } from '../documents/index.ts'
import { permitKindOf } from './permits.ts'
import { requireScan } from './require-proof.ts'

interface Prolonged {
  permitId: string
  kind: 'three_months' | 'renewal_receipt' | 'extension_certificate'
  /** The last day on the paper; for the three months, the day on which the renewal was asked. */
  day: LocalDate
  documentId?: string | undefined
}

/** A recorded fact moves the last day of a permit; the permit itself stays as it was. */
export const prolongPermit = mutation<Prolonged, { until: LocalDate }>({
  access: 'permit.edit',
  async run(tx, ctx, input) {
    const permit = found(
      await tx
        .selectFrom('permit')
        .select(['id', 'personId', 'kind', 'validFrom', 'validUntil'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', input.permitId)
        .where('replacedAt', 'is', null)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (permit.validUntil === null) throw refusedFor('prolongation-no-end')
    // A renewal that will be asked keeps nothing: the day on the proof of the request is a past one.
    if (input.kind === 'three_months' && input.day > ctx.today) throw refusedFor('date-in-future')
    const { documentId } = input
    if (documentId !== undefined)
      await requireScan(tx, ctx.cooperativeId, { personId: permit.personId, documentId })
    if (isUnlikelyEnd(input.day, ctx.today)) throw refusedFor('paper-end-unlikely')
    const dates = {
      kind: permitKindOf(permit.kind),
      validFrom: permit.validFrom === null ? null : localDate(permit.validFrom),
      validUntil: localDate(permit.validUntil),
    }
    const moved = prolongedUntil(
      dates,
      input.kind === 'three_months'
        ? { kind: input.kind, askedOn: input.day }
        : { kind: input.kind, until: input.day },
    )
    if (!moved.ok) throw refusedFor(moved.refusal.code)
    const until = moved.value
    await tx
      .insertInto('permitProlongation')
      .values({
        cooperativeId: ctx.cooperativeId,
        id: randomUUID(),
        permitId: permit.id,
        kind: input.kind,
        until,
        documentId: documentId ?? null,
        recordedAt: ctx.now,
        recordedBy: userIdOf(ctx),
      })
      .execute()
    await markRead(tx, ctx, permit.personId)
    await refreshClocks(tx, ctx, permit.personId)
    const entity = { kind: 'person', id: permit.personId }
    const after = { permitId: permit.id, kind: input.kind }
    return { value: { until }, audit: [{ action: 'permit.prolonged', entity, after }] }
  },
})

const refusedFor = (code: string) =>
  new ProblemError('prolongation-refused', undefined, [{ pointer: '/body/day', code }])
