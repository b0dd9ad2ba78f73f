import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'

/** SHA-256 of what a declaration says, in hexadecimal: another line, amount or day gives another one. */
export async function declaredDigest(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select terreau.declared_digest(${cooperativeId}::uuid, ${declarationId}::uuid) as digest`.execute(
    tx,
  )
  const [row] = rows
  if (row === undefined) throw new Error('a function answers one row')
  return row.digest
}
