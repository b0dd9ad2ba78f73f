import { contains } from '@terreau/domain/time/period'
import { papersMention } from '@terreau/pdf/documents/cape-contract/papers-mention'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { printedCooperative } from '../../settings/index.ts'
import type { LivingContract } from './living-contract.ts'

/** What a CAPE in force has printed on the papers of the business (R127-3); null for any other contract. */
export async function mentionOf(
  tx: Tx,
  ctx: Context,
  contract: Pick<LivingContract, 'kind' | 'from' | 'until' | 'state' | 'number'>,
): Promise<string | null> {
  const { kind, until, number } = contract
  if (kind !== 'CAPE' || until === null || !isInForce(ctx, contract)) return null
  const { issuer } = await printedCooperative(tx, ctx.cooperativeId)
  return papersMention({ issuer, number, endsOn: until }, 'fr')
}

/** Whether a contract that both signed covers today. */
export function isInForce(
  ctx: Context,
  contract: Pick<LivingContract, 'from' | 'until' | 'state'>,
): boolean {
  const span = { startsOn: contract.from, endsOn: contract.until }
  return contract.state === 'active' && contains(span, ctx.today)
}
