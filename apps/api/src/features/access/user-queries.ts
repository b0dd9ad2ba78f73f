import { ROLES, type Role } from '@terreau/domain/access/roles'
import { sql } from 'kysely'
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

/** Who holds a role. Locked: of two people taking back the last two directions, one must see the other. */
export async function holdersOf(tx: Tx, ctx: Context, role: Role): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles/${ctx.cooperativeId}`}, 0))`.execute(
    tx,
  )
  const rows = await tx
    .selectFrom('membership')
    .select('userId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('role', '=', role)
    .execute()
  return rows.map((row) => row.userId)
}
