import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { masked } from '../../platform/sealing/masked.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'
import { numberPlace } from './permits.ts'

/** The numbers of these permits; write each look down with `recordLook`. What has no number is left out. */
export async function openPermitNumbers(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId' | 'services'>,
  permitIds: readonly string[],
): Promise<Map<string, string>> {
  if (permitIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('permit')
    .select(['id', 'numberSealed'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...permitIds])
    .where('numberSealed', 'is not', null)
    .execute()
  if (rows.length === 0) return new Map()
  const fields = await sealedFields(tx, ctx)
  return new Map(
    rows.map(({ id, numberSealed }) => [id, fields.open(numberSealed ?? '', numberPlace(id))]),
  )
}

/** The same behind dots: enough to recognise a paper on the table. */
export async function maskedPermitNumbers(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId' | 'services'>,
  permitIds: readonly string[],
): Promise<Map<string, string>> {
  const numbers = await openPermitNumbers(tx, ctx, permitIds)
  return new Map([...numbers].map(([id, number]) => [id, masked(number)]))
}
