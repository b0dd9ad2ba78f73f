import type { IssuerFacts } from '@terreau/pdf/documents/shared/facts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** The cooperative as the sheets of a signature name it. */
export async function issuerOf(tx: Tx, ctx: Context): Promise<IssuerFacts> {
  const { name, legalForm, seatAddress, siren, phone, email } = await tx
    .selectFrom('cooperative')
    .select(['name', 'legalForm', 'seatAddress', 'siren', 'phone', 'email'])
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  return {
    name,
    legalForm,
    addressLines: seatAddress
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    siren,
    registryCity: null,
    contactLines: [phone, email].filter((line) => line !== ''),
  }
}
