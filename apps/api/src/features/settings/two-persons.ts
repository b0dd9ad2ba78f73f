import { can } from '@terreau/domain/access/permissions'
import { ROLES } from '@terreau/domain/access/roles'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/** Whether this cooperative decided that some acts on money need a second person, today. */
export async function areTwoRequired(tx: Tx, ctx: Context): Promise<boolean> {
  const { rows } = await sql<{
    areTwo: boolean
  }>`select ${areTwoRequiredIn(ctx)} as are_two`.execute(tx)
  return rows[0]?.areTwo === true
}

/** The same inside a statement that asks more. */
export function areTwoRequiredIn({ cooperativeId, today }: Context): RawBuilder<boolean> {
  return sql`coalesce((select s.value from terreau.cooperative_setting s
      where s.cooperative_id = ${cooperativeId} and s.key = 'two_persons_required' and s.valid_from <= ${today}
      order by s.valid_from desc limit 1) = '1', false)`
}

/** Somebody alone asks first, where two are required. Commands on the machine itself are not people. */
export async function refuseAlone(tx: Tx, ctx: Context): Promise<void> {
  if (ctx.actor.kind === 'person' && (await areTwoRequired(tx, ctx)))
    throw new ProblemError('second-person-needed')
}

/**
 * The rule begins with one person, as soon as two could follow it, and is given up by two: today's rule
 * and one that begins later alike.
 */
export async function checkSwitch(tx: Tx, ctx: Context, isOn: boolean): Promise<void> {
  if (isOn) {
    if ((await peopleWhoAgree(tx, ctx)) < 2) throw new ProblemError('second-person-missing')
    return
  }
  const later = await tx
    .selectFrom('cooperativeSetting')
    .select('value')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('key', '=', 'two_persons_required')
    .where('value', '=', '1')
    .where('validFrom', '>', ctx.today)
    .limit(1)
    .executeTakeFirst()
  if (later !== undefined) throw new ProblemError('second-person-needed')
  await refuseAlone(tx, ctx)
}

async function peopleWhoAgree(tx: Tx, ctx: Context): Promise<number> {
  const roles = ROLES.filter((role) => can(role, 'approval.decide'))
  const row = await tx
    .selectFrom('membership')
    .select((eb) => eb.fn.count<bigint>('userId').distinct().as('people'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('role', 'in', roles)
    .executeTakeFirst()
  return Number(row?.people ?? 0n)
}
