import type { Logo } from '@terreau/pdf/primitives/sheet'
import type { Tx } from '../../platform/db/transaction.ts'

/** The picture at the head of what the cooperative prints; null without one. */
export async function logoOf(tx: Tx, cooperativeId: string): Promise<Logo | null> {
  const row = await tx
    .selectFrom('cooperativeLogo')
    .select(['jpeg', 'width', 'height'])
    .where('cooperativeId', '=', cooperativeId)
    .executeTakeFirst()
  if (row === undefined || row.jpeg === null) return null
  return { jpeg: new Uint8Array(row.jpeg), width: row.width, height: row.height }
}
