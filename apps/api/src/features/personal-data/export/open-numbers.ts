import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { masked } from '../../../platform/sealing/masked.ts'
import { sealedNumbersOf } from '../../right-to-work/index.ts'

/** Numbers kept sealed: in clear in the copy of the person, behind dots in that of the office. */
export async function openNumbers(
  tx: Tx,
  ctx: Context,
  { personId, isForPerson }: { personId: string; isForPerson: boolean },
): Promise<{ kind: string; value: string }[]> {
  const numbers = await sealedNumbersOf(tx, ctx, personId)
  return numbers.map(({ kind, value }) => ({ kind, value: isForPerson ? value : masked(value) }))
}
