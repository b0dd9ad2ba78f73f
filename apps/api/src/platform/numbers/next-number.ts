import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'

/** The next number of a gapless series. The counter row stays locked until COMMIT: take it last. */
export async function nextNumber(
  tx: Tx,
  ctx: Context,
  series: string,
  year: number,
): Promise<bigint> {
  const row = await tx
    .insertInto('numberCounter')
    .values({ cooperativeId: ctx.cooperativeId, series, year, n: 1n })
    .onConflict((conflict) =>
      conflict
        .columns(['cooperativeId', 'series', 'year'])
        .doUpdateSet((eb) => ({ n: eb('numberCounter.n', '+', 1n) })),
    )
    .returning('n')
    .executeTakeFirstOrThrow()
  return row.n
}
