import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

/**
 * How a certificate stands, for whoever is about to end it. From here to the end of the transaction nobody
 * else revokes or replaces it: rows of certificates never change, so the lock is not on the row.
 */
export async function standing(tx: Tx, ctx: Context, attestationId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended('attestation:' || ${attestationId}::text, 0))`.execute(
    tx,
  )
  return found(
    await tx
      .selectFrom('attestation as a')
      .leftJoin('attestationRevocation as r', (join) =>
        join.onRef('r.cooperativeId', '=', 'a.cooperativeId').onRef('r.attestationId', '=', 'a.id'),
      )
      .leftJoin('attestationReplacement as x', (join) =>
        join.onRef('x.cooperativeId', '=', 'a.cooperativeId').onRef('x.attestationId', '=', 'a.id'),
      )
      .innerJoin('person as p', (join) =>
        join.onRef('p.cooperativeId', '=', 'a.cooperativeId').onRef('p.id', '=', 'a.personId'),
      )
      // Of a file that was joined to another, the kept one goes on.
      .select((eb) => eb.fn.coalesce('p.mergedIntoId', 'p.id').as('personId'))
      .select(['a.number', 'a.kind', 'r.revokedAt', 'x.replacedAt'])
      .where('a.cooperativeId', '=', ctx.cooperativeId)
      .where('a.id', '=', attestationId)
      .executeTakeFirst(),
  )
}
