import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Whether a first cooperative exists, and whom the sign-in page may offer to play in a demonstration. */
export async function installationState(tx: Tx): Promise<{ isInstalled: boolean; demo: [] }> {
  const { rows } = await sql<{ found: boolean }>`select terreau.has_cooperative() as found`.execute(
    tx,
  )
  return { isInstalled: rows[0]?.found === true, demo: [] }
}
