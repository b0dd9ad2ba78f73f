import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { ContractRow } from './queries.ts'

/** What every mail about a contract names. */
export async function mailParams(
  tx: Tx,
  ctx: Context,
  contract: ContractRow,
  path: string,
): Promise<Record<string, string>> {
  const cooperative = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  return {
    name: contract.person.givenName,
    number: contract.number,
    link: `${ctx.services.config.publicUrl}${path}`,
    cooperative: cooperative.name,
  }
}

/** Where to write to the person of a contract, in their language. */
export function personAddress(contract: ContractRow): {
  name: string
  address: string
  locale: 'fr' | 'en'
} {
  const { givenName, familyName, email, locale } = contract.person
  return { name: `${givenName} ${familyName}`, address: email, locale }
}
