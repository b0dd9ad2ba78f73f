import { ROLES, type Role } from '@terreau/domain/access/roles'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** Who has which role in the cooperative. */
export async function listUsers(tx: Tx, ctx: Context) {
  const rows = await tx
    .selectFrom('membership as m')
    .innerJoin('appUser as u', 'u.id', 'm.userId')
    .select(['u.id', 'u.displayName', 'u.email', 'u.totpConfirmedAt', 'm.role'])
    .where('m.cooperativeId', '=', ctx.cooperativeId)
    .orderBy('u.displayName')
    .orderBy('u.id')
    .execute()
  const byId = Map.groupBy(rows, (row) => row.id)
  return [...byId.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const held = new Set([first.role, ...others.map((row) => row.role)])
    return [
      {
        id: first.id,
        displayName: first.displayName,
        email: first.email,
        roles: ROLES.filter((role) => held.has(role)),
        hasTotp: first.totpConfirmedAt !== null,
      },
    ]
  })
}

/** How many users hold a role, locked: two people taking back the last two directions must not both succeed. */
export async function holdersOf(tx: Tx, ctx: Context, role: Role): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('userId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('role', '=', role)
    .forUpdate()
    .execute()
  return rows.map((row) => row.userId)
}
