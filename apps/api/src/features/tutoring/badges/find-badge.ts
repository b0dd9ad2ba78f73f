import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import { enterCooperative, type Tx } from '../../../platform/db/transaction.ts'
import { openPublicCode } from '../../../platform/public-codes.ts'

export interface FoundBadge {
  cooperativeId: string
  /** On whose clocks the days of its page begin. */
  zone: CooperativeZone
  issuer: string
  thresholdMinutes: number
  issuedAt: Date
  revokedAt: Date | null
  isKeyLeaked: boolean
  /** Empty once the person was erased. */
  credential: string
}

/** The badge behind a code; null for what nobody gave. The transaction then sees its cooperative alone. */
export async function findBadge(tx: Tx, code: string): Promise<FoundBadge | null> {
  const known = await openPublicCode(tx, code)
  if (known?.purpose !== 'tutor_badge') return null
  const row = await tx
    .selectFrom('tutorBadge as b')
    .innerJoin('cooperative as c', 'c.id', 'b.cooperativeId')
    .innerJoin('attestationKey as k', (join) =>
      join.onRef('k.cooperativeId', '=', 'b.cooperativeId').onRef('k.id', '=', 'b.keyId'),
    )
    .leftJoin('tutorBadgeRevocation as r', (join) =>
      join.onRef('r.cooperativeId', '=', 'b.cooperativeId').onRef('r.badgeId', '=', 'b.id'),
    )
    .select(['c.name as issuer', 'b.thresholdMinutes', 'b.issuedAt', 'b.credential'])
    .select(['r.revokedAt', 'k.isLeaked as isKeyLeaked'])
    .where('b.cooperativeId', '=', known.cooperativeId)
    .where('b.id', '=', known.targetId)
    .executeTakeFirst()
  const { cooperativeId, zone } = known
  return row === undefined ? null : { ...row, cooperativeId, zone }
}

/** Opens a cooperative of the installation to a visitor; its name, or null when there is none. */
export async function openIssuer(tx: Tx, cooperativeId: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string
  }>`select id::text from terreau.cooperative_ids() as id where id::text = ${cooperativeId}`.execute(
    tx,
  )
  if (rows[0] === undefined) return null
  await enterCooperative(tx, cooperativeId)
  const row = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', cooperativeId)
    .executeTakeFirst()
  return row?.name ?? null
}

/** Whether a badge of this threshold was ever given: what was never given has no page. */
export async function wasGiven(
  tx: Tx,
  of: { cooperativeId: string; thresholdMinutes?: number },
): Promise<boolean> {
  let query = tx
    .selectFrom('tutorBadge')
    .select('id')
    .where('cooperativeId', '=', of.cooperativeId)
    .limit(1)
  if (of.thresholdMinutes !== undefined)
    query = query.where('thresholdMinutes', '=', of.thresholdMinutes)
  return (await query.executeTakeFirst()) !== undefined
}
