import { SIGNATURE_DELAYS } from '@terreau/domain/signatures/delays'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { settingOn } from '../settings/index.ts'

/** A delay in days, as the cooperative has set it today. */
export async function delayOf(
  tx: Tx,
  ctx: Context,
  key: keyof typeof SIGNATURE_DELAYS,
): Promise<number> {
  return Number((await settingOn(tx, ctx.cooperativeId, key, ctx.today)) ?? SIGNATURE_DELAYS[key])
}
