import { mutation } from '../../platform/mutation.ts'
import {
  rewrapDataKeys,
  rotateDataKey,
  sealedFields,
} from '../../platform/sealing/sealed-fields.ts'
import { sealedNumberPlace } from './numbers.ts'
import { numberPlace } from './permits.ts'

/** Rows per transaction: short enough that nobody waits for their lock. */
const BATCH = 200

/** Wraps the keys with the newest key of the installation and begins a new key of the cooperative. */
export const beginKeyRotation = mutation<undefined, { keyId: string }>({
  access: 'system',
  async run(tx, ctx) {
    await rewrapDataKeys(tx, ctx)
    const keyId = await rotateDataKey(tx, ctx)
    const entity = { kind: 'cooperative', id: ctx.cooperativeId }
    return { value: { keyId }, audit: [{ action: 'keys.rotated', entity, after: { keyId } }] }
  },
})

/** Seals the next rows again under the newest key; answers how many there were, 0 when all are done. */
export const resealNumbers = mutation<{ keyId: string }, number>({
  access: 'system',
  async run(tx, ctx, { keyId }) {
    const fields = await sealedFields(tx, ctx)
    const isOld = `${keyId}.%`
    const numbers = await tx
      .selectFrom('sealedNumber')
      .select(['id', 'valueSealed'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('valueSealed', 'not like', isOld)
      .limit(BATCH)
      .forUpdate()
      .execute()
    for (const { id, valueSealed } of numbers) {
      const place = sealedNumberPlace(id)
      await tx
        .updateTable('sealedNumber')
        .set({ valueSealed: fields.seal(fields.open(valueSealed, place), place) })
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', id)
        .execute()
    }
    const permits = await tx
      .selectFrom('permit')
      .select(['id', 'numberSealed'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('numberSealed', 'not like', isOld)
      .limit(BATCH)
      .forUpdate()
      .execute()
    for (const { id, numberSealed } of permits) {
      const place = numberPlace(id)
      await tx
        .updateTable('permit')
        .set({ numberSealed: fields.seal(fields.open(numberSealed ?? '', place), place) })
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', id)
        .execute()
    }
    return { value: numbers.length + permits.length, audit: 'unchanged' }
  },
})
