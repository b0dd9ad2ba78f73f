import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

export interface SignerAddress {
  givenName: string
  cooperative: string
  phone: string
  /** The address is '' when the file has none. */
  to: { name: string; address: string; locale: 'fr' | 'en' }
}

/** Where to write to a person who signs, in their language. */
export async function addressOf(tx: Tx, ctx: Context, personId: string): Promise<SignerAddress> {
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select([
      'p.givenName',
      'p.familyName',
      'p.email',
      'p.phone',
      'p.locale',
      'c.name as cooperative',
    ])
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.id', '=', personId)
    .executeTakeFirst()
  const { givenName, familyName, email, phone, locale, cooperative } = found(row)
  return {
    givenName,
    cooperative,
    phone,
    to: {
      name: `${givenName} ${familyName}`,
      address: email,
      locale: locale === 'en' ? 'en' : 'fr',
    },
  }
}
