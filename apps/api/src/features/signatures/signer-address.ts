import { fullName, greetedName } from '@terreau/domain/names/full-name'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

/** Names of the people who cannot be written to, in the order of `personIds`. */
export async function namesWithoutEmail(
  tx: Tx,
  ctx: Context,
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', personIds)
    .where('email', '=', '')
    .execute()
  return rows
    .toSorted((a, b) => personIds.indexOf(a.id) - personIds.indexOf(b.id))
    .map(({ givenName, familyName }) => fullName({ givenName, familyName }))
}

export interface SignerAddress {
  greeted: string
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
    greeted: greetedName({ givenName, familyName }),
    cooperative,
    phone,
    to: {
      name: fullName({ givenName, familyName }),
      address: email,
      locale: locale === 'en' ? 'en' : 'fr',
    },
  }
}
