import { allowedTo } from '@terreau/domain/access/permissions'
import { isStaff, ROLES, type Role } from '@terreau/domain/access/roles'
import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { enterCooperative, type Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

export interface UserRow {
  id: string
  email: string
  displayName: string
  locale: string
  passwordHash: string | null
  totpSecretSealed: string | null
  totpPendingSealed: string | null
  totpConfirmedAt: Date | null
  totpLastStep: bigint | null
}

/** Whether a first cooperative exists, and whom the sign-in page may offer to play in a demonstration. */
export async function installationState(
  tx: Tx,
): Promise<{ isInstalled: boolean; demo: { role: Role; displayName: string }[] }> {
  const { rows } = await sql<{ found: boolean }>`select terreau.has_cooperative() as found`.execute(
    tx,
  )
  const players = await demoPlayers(tx)
  return {
    isInstalled: rows[0]?.found === true,
    demo: players.map(({ role, displayName }) => ({ role, displayName })),
  }
}

/** For each role of the demonstration, who plays it: the person with the fewest other roles. */
export async function demoPlayers(
  tx: Tx,
): Promise<{ role: Role; userId: string; displayName: string; cooperativeId: string }[]> {
  const { rows } = await sql<{
    id: string | null
  }>`select terreau.demo_cooperative_id() as id`.execute(tx)
  const cooperativeId = rows[0]?.id ?? null
  if (cooperativeId === null) return []
  await enterCooperative(tx, cooperativeId)
  const members = await tx
    .selectFrom('membership as m')
    .innerJoin('appUser as u', 'u.id', 'm.userId')
    .select((eb) => [
      'm.role',
      'm.userId',
      'u.displayName',
      eb
        .selectFrom('membership as other')
        .select((o) => o.fn.countAll<bigint>().as('n'))
        .whereRef('other.userId', '=', 'm.userId')
        .where('other.cooperativeId', '=', cooperativeId)
        .as('roleCount'),
    ])
    .where('m.cooperativeId', '=', cooperativeId)
    .orderBy('roleCount')
    .orderBy('m.grantedAt')
    .orderBy('u.displayName')
    .execute()
  return ROLES.flatMap((role) => {
    const player = members.find((member) => member.role === role)
    if (player === undefined) return []
    return [{ role, userId: player.userId, displayName: player.displayName, cooperativeId }]
  })
}

/** The id behind an address, or null. Row-level security still hides the rest of the row. */
export async function userIdByEmail(tx: Tx, email: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null
  }>`select terreau.user_id_by_email(${email}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

/** The user, visible once the transaction entered as them or as a colleague. */
export async function userById(tx: Tx, id: string): Promise<UserRow | undefined> {
  return tx
    .selectFrom('appUser')
    .select([
      'id',
      'email',
      'displayName',
      'locale',
      'passwordHash',
      'totpSecretSealed',
      'totpPendingSealed',
      'totpConfirmedAt',
      'totpLastStep',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The cooperatives of a user with their roles there, last used first. */
export async function membershipsOf(
  tx: Tx,
  userId: string,
): Promise<
  { cooperativeId: string; cooperativeName: string; roles: string[]; personId: string | null }[]
> {
  const { rows } = await sql<{
    cooperativeId: string
    cooperativeName: string
    roles: string[]
    personId: string | null
  }>`select c.id as cooperative_id, c.name as cooperative_name,
            array_agg(m.role order by m.role) as roles,
            (array_agg(m.person_id) filter (where m.person_id is not null))[1] as person_id
       from terreau.membership m join terreau.cooperative c on c.id = m.cooperative_id
      where m.user_id = ${userId}
      group by c.id, c.name
      order by (select max(s.created_at) from terreau.session s
                 where s.user_id = ${userId} and s.cooperative_id = c.id) desc nulls last, c.name`.execute(
    tx,
  )
  return rows
}

export async function readSession(tx: Tx, ctx: Context) {
  const { actor } = ctx
  if (actor.kind !== 'person') throw new Error('only somebody signed in has a session')
  const user = found(await userById(tx, actor.userId))
  const cooperative = found(
    await tx
      .selectFrom('cooperative')
      .select(['id', 'name', 'phone', 'isDemo'])
      .select(sql<CooperativeZone>`time_zone`.as('timeZone'))
      .where('id', '=', ctx.cooperativeId)
      .executeTakeFirst(),
  )
  const others = (await membershipsOf(tx, user.id)).filter(
    (m) => m.cooperativeId !== ctx.cooperativeId,
  )
  return {
    user: {
      id: user.id,
      displayName: user.displayName,
      email: user.email,
      locale: ctx.locale,
      hasPassword: user.passwordHash !== null,
      hasTotp: user.totpConfirmedAt !== null,
    },
    cooperative,
    otherCooperatives: others.map((m) => ({ id: m.cooperativeId, name: m.cooperativeName })),
    roles: [...actor.roles],
    permissions: allowedTo(actor.roles),
    personId: actor.personIds[0] ?? null,
    assurance: actor.assurance,
    handed: actor.handed ?? null,
    mustSetUpTotp: actor.assurance === 'password' && actor.roles.some(isStaff),
    today: ctx.today,
  }
}
