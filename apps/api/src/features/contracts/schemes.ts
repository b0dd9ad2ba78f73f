import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type SchemeRow, schemeColumns, toScheme } from '../settings/index.ts'

/**
 * The contribution schemes of the cooperative, the latest decision first; one of them when `id` is given.
 * Which one holds in a month is for the money to say: a later decision may have taken its place.
 */
export async function schemes(
  tx: Tx,
  ctx: Context,
  id?: string,
): Promise<{ id: string; scheme: ContributionScheme }[]> {
  const { rows } = await sql<SchemeRow & { id: string }>`
    select s.id, ${schemeColumns}
      from terreau.contribution_scheme s
     where s.cooperative_id = ${ctx.cooperativeId} and ${id === undefined ? sql`true` : sql`s.id = ${id}`}
     order by s.decided_on desc, s.code`.execute(tx)
  return rows.map((row) => ({ id: row.id, scheme: toScheme(row) }))
}
