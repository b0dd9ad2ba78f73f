import type { RecapAnswer } from '@terreau/domain/declarations/recap'
import type { Tx } from '../../../platform/db/transaction.ts'
import { declaredDigest } from './declared-digest.ts'

/** What the person answered to the recap of what staff typed for them. */
export interface RecapState {
  /** 'waiting' until they answered about the lines as they are now. */
  state: 'waiting' | RecapAnswer
  lineId: string | null
  words: string
  answeredAt: Date | null
}

const WAITING: RecapState = { state: 'waiting', lineId: null, words: '', answeredAt: null }

/**
 * Null when nobody was on the phone: the person declared by themselves. An answer stands for the lines
 * it was given about: once they are corrected, the recap waits for a new one.
 */
export async function recapState(
  tx: Tx,
  cooperativeId: string,
  declaration: { id: string; channel: string },
): Promise<RecapState | null> {
  if (declaration.channel !== 'staff') return null
  const row = await tx
    .selectFrom('declarationConfirmation')
    .select(['answer', 'lineId', 'words', 'answeredAt'])
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declaration.id)
    .where('linesDigest', '=', await declaredDigest(tx, cooperativeId, declaration.id))
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return WAITING
  const { answer, ...rest } = row
  return { ...rest, state: answer as RecapAnswer }
}
