import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { masked } from '../../platform/sealing/masked.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'

export type NumberKind = 'nir' | 'iban'

/** Where a social security number or an IBAN is sealed. */
export const sealedNumberPlace = (rowId: string) => ({
  table: 'sealed_number',
  column: 'value',
  rowId,
})

/** Which numbers of a person are known, behind dots, and whether a contract needs the NIR. */
export async function numbersOf(tx: Tx, ctx: Context, personId: string) {
  const rows = await tx
    .selectFrom('sealedNumber')
    .select(['id', 'kind', 'valueSealed'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .where('kind', '<>', 'proposed_iban')
    .orderBy('kind')
    .execute()
  const fields = rows.length === 0 ? null : await sealedFields(tx, ctx)
  const numbers = rows.flatMap(({ id, kind, valueSealed }) => {
    const value = fields?.open(valueSealed, sealedNumberPlace(id)) ?? ''
    return [{ kind: kind === 'nir' ? ('nir' as const) : ('iban' as const), masked: masked(value) }]
  })
  return { mayHoldNir: await needsNir(tx, ctx.cooperativeId, personId), numbers }
}

/**
 * A social security number is kept for pay and its declarations only (décret 2019-341): once a CESA is
 * written for the person, never before.
 */
export async function needsNir(tx: Tx, cooperativeId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', fileIds(cooperativeId, personId))
    .where('kind', '=', 'CESA')
    .where('state', '<>', 'cancelled')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
