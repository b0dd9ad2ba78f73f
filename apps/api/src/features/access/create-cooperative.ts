import type { YearMonth } from '@terreau/domain/time/year-month'
import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { enterCooperative } from '../../platform/db/transaction.ts'

export interface NewCooperative {
  id: string
  name: string
  legalForm: string
  siren: string
  seatAddress: string
  city: string
  email: string
  phone: string
  signatoryName: string
  signatoryCapacity: string
  firstMonth: YearMonth
  isDemo: boolean
  /** Paris unless it lives elsewhere. */
  timeZone?: CooperativeZone | undefined
}

/** Writes a cooperative; from here on the transaction sees this one and no other. */
export async function insertCooperative(tx: Tx, cooperative: NewCooperative): Promise<void> {
  await enterCooperative(tx, cooperative.id)
  await tx.insertInto('cooperative').values(cooperative).execute()
}

/** The user behind an e-mail address, made when nobody has it yet. */
export async function ensureUser(
  tx: Tx,
  user: { id: string; email: string; displayName: string; locale: 'fr' | 'en' },
): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select terreau.ensure_user(${user.id}, ${user.email}, ${user.displayName}, ${user.locale}) as id`.execute(
    tx,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('ensure_user always answers')
  return id
}

/** Gives a role in the current cooperative. Giving it twice changes nothing. */
export async function grantRole(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'> & Partial<Pick<Context, 'now'>>,
  grant: { userId: string; role: string; personId: string | null },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('membership')
    .values({
      cooperativeId: ctx.cooperativeId,
      ...grant,
      ...(ctx.now ? { grantedAt: ctx.now } : {}),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}
