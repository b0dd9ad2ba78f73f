import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { searchNameOf } from './search-name.ts'

interface OwnIdentity {
  bornOn?: string
  address?: string
  phone?: string
}

/** What a person says of themselves: birth date, address, phone. The caller checks it and writes the journal. */
export async function setOwnIdentity(
  tx: Tx,
  ctx: Context,
  personId: string,
  identity: OwnIdentity,
): Promise<void> {
  const person = await tx
    .updateTable('person')
    .set((eb) => ({ ...identity, version: eb('version', '+', 1) }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .returning(['familyName', 'givenName', 'email', 'phone'])
    .executeTakeFirstOrThrow()
  if (identity.phone === undefined) return
  const activities = await tx
    .selectFrom('activityMember as m')
    .innerJoin('activity as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'm.cooperativeId').onRef('a.id', '=', 'm.activityId'),
    )
    .select('a.name')
    .where('m.cooperativeId', '=', ctx.cooperativeId)
    .where('m.personId', '=', personId)
    .execute()
  const activityNames = activities.map((activity) => activity.name)
  await tx
    .updateTable('person')
    .set({ searchName: searchNameOf({ ...person, activityNames }) })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .execute()
}
