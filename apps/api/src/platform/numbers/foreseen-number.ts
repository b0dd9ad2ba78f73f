import type { Context } from '../context.ts'
import { stayAwake } from '../db/stay-awake.ts'
import type { Tx } from '../db/transaction.ts'
import { nextNumber } from './next-number.ts'

/** The number a document will most likely get, or the first of several, known before the counter is locked. */
export interface ForeseenNumber {
  n: bigint
  /** Takes the true number, in the order in which numbers were foreseen; then the counter stays locked. */
  take(): Promise<bigint>
  /** Lets the next one pass; call it whatever happened. */
  leave(): void
}

interface Line {
  /** The highest number foreseen or taken in this process. */
  last: bigint
  /** Settles when everybody who is in the line now has taken a number or left. */
  before: Promise<void>
}

const lines = new Map<string, Line>()

/**
 * Foresees the next number of a gapless series, so that a document that prints it can be drawn without
 * holding the counter: several are drawn at once. It is a guess. Somebody before us may roll back, another
 * process may number too: whoever takes another number than the foreseen one draws again.
 */
export async function foreseeNumber(
  tx: Tx,
  ctx: Context,
  series: string,
  year: number,
  count = 1,
): Promise<ForeseenNumber> {
  const known = await tx
    .selectFrom('numberCounter')
    .select('n')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst()
  const key = `${ctx.cooperativeId} ${series} ${year}`
  const line = lines.get(key) ?? { last: 0n, before: Promise.resolve() }
  lines.set(key, line)
  const counted = known?.n ?? 0n
  const lastFrom = (first: bigint) => first + BigInt(count) - 1n
  const n = (counted > line.last ? counted : line.last) + 1n
  const { before } = line
  const turn = Promise.withResolvers<void>()
  line.last = lastFrom(n)
  line.before = before.then(() => turn.promise)
  return {
    n,
    async take() {
      // Those before still draw.
      await stayAwake(tx, before)
      const taken = await nextNumber(tx, ctx, series, year, count)
      // A wrong guess is not carried on to those who come later.
      if (taken !== n) line.last = lastFrom(taken)
      return taken
    },
    leave: turn.resolve,
  }
}
