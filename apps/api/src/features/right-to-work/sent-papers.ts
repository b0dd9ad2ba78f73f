import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'

/** When the last of the papers that wait to be read was sent; null: none waits. */
export async function sentAt(
  tx: Tx,
  cooperativeId: string,
  personId: string,
): Promise<string | null> {
  const last = await papersOf(tx, cooperativeId, personId)
    .select('toReadSince')
    .where('toReadSince', 'is not', null)
    .orderBy('toReadSince', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.toReadSince?.toISOString() ?? null
}

/** What the person reads of the papers that were refused, until another came or one was recorded. */
export async function ownRefusals(tx: Tx, cooperativeId: string, personId: string) {
  const rows = await papersOf(tx, cooperativeId, personId)
    .select(['createdAt', 'refusal'])
    .where('refusedSince', 'is not', null)
    .orderBy('refusedSince')
    .orderBy('id')
    .execute()
  return rows.map(({ createdAt, refusal }) => ({
    sentAt: createdAt.toISOString(),
    reason: refusal,
  }))
}

/** What staff see of the same papers: which wait, and why others were refused. */
export async function sentPapers(tx: Tx, cooperativeId: string, personId: string) {
  const rows = await papersOf(tx, cooperativeId, personId)
    .select(['id', 'toReadSince', 'refusal'])
    .where((eb) => eb.or([eb('toReadSince', 'is not', null), eb('refusal', '<>', '')]))
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, toReadSince, refusal }) => ({
    documentId: id,
    isToRead: toReadSince !== null,
    refusal,
  }))
}

function papersOf(tx: Tx, cooperativeId: string, personId: string) {
  return tx
    .selectFrom('document')
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', fileIds(cooperativeId, personId))
    .where('withdrawnAt', 'is', null)
}
