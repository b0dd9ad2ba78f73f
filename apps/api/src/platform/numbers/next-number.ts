import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'

/**
 * The next number of a gapless series, or the first of `count` that follow each other. The counter row stays
 * locked until COMMIT: take it last.
 */
export async function nextNumber(
  tx: Tx,
  ctx: Context,
  series: string,
  year: number,
  count = 1,
): Promise<bigint> {
  const taken = BigInt(count)
  const row = await tx
    .insertInto('numberCounter')
    .values({ cooperativeId: ctx.cooperativeId, series, year, n: taken })
    .onConflict((conflict) =>
      conflict
        .columns(['cooperativeId', 'series', 'year'])
        .doUpdateSet((eb) => ({ n: eb('numberCounter.n', '+', taken) })),
    )
    .returning('n')
    .executeTakeFirstOrThrow()
  return row.n - taken + 1n
}
