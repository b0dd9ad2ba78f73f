import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'
import { recordLook } from '../documents/index.ts'
import { type NumberKind, sealedNumberPlace } from './numbers.ts'
import { numberPlace } from './permits.ts'

interface Revealed {
  value: string
  shownSeconds: number
}

/** Long enough to copy a number by hand, short enough to leave no open screen. */
const SHOWN_SECONDS = 20

/** Shows the number of a permit: the reason is asked, the look is kept, the person can read it. */
export const lookAtPermitNumber = mutation<{ permitId: string; reason: string }, Revealed>({
  access: 'permit.edit',
  async run(tx, ctx, input) {
    const permit = found(
      await tx
        .selectFrom('permit')
        .select(['id', 'personId', 'numberSealed'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', input.permitId)
        .executeTakeFirst(),
    )
    const fields = await sealedFields(tx, ctx)
    const value = fields.open(found(permit.numberSealed), numberPlace(permit.id))
    const what = 'permit_number'
    await recordLook(tx, ctx, { personId: permit.personId, what, reason: input.reason })
    const entity = { kind: 'person', id: permit.personId }
    const audit = [
      { action: 'number.looked-at', entity, after: { what, reason: input.reason } },
    ] as const
    return { value: { value, shownSeconds: SHOWN_SECONDS }, audit }
  },
})

/** The same for a social security number or an IBAN. */
export const lookAtNumber = mutation<
  { personId: string; kind: NumberKind; reason: string },
  Revealed
>({
  access: 'number.edit',
  async run(tx, ctx, { personId, kind, reason }) {
    const row = found(
      await tx
        .selectFrom('sealedNumber')
        .select(['id', 'valueSealed'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('personId', '=', personId)
        .where('kind', '=', kind)
        .executeTakeFirst(),
    )
    const fields = await sealedFields(tx, ctx)
    const value = fields.open(row.valueSealed, sealedNumberPlace(row.id))
    await recordLook(tx, ctx, { personId, what: kind, reason })
    const entity = { kind: 'person', id: personId }
    const audit = [{ action: 'number.looked-at', entity, after: { what: kind, reason } }] as const
    return { value: { value, shownSeconds: SHOWN_SECONDS }, audit }
  },
})
