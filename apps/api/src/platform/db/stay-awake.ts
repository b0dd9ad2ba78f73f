import { sql } from 'kysely'
import type { Tx } from './transaction.ts'

const EVERY_MS = 1_000
/** After this long the work is taken for lost: the server then ends the transaction as a forgotten one. */
const MOST_MS = 120_000

/**
 * Waits for work outside of the database while a transaction stands open. The server ends one that has said
 * nothing for fifteen seconds, which drawing documents on a starved machine can outlast: a word now and then
 * says that this one is not forgotten. The work itself must not use the transaction.
 */
export async function stayAwake<T>(tx: Tx, work: Promise<T>): Promise<T> {
  const until = Date.now() + MOST_MS
  let saying: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    if (Date.now() > until) clearInterval(timer)
    // A lost connection is found by the next statement of the transaction, which says it better.
    else saying = saying.then(() => sql`select 'still drawing'`.execute(tx).catch(() => undefined))
  }, EVERY_MS)
  try {
    return await work
  } finally {
    clearInterval(timer)
    await saying
  }
}
