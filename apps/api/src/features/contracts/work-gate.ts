import { canAny } from '@terreau/domain/access/permissions'
import { localDate } from '@terreau/domain/time/local-date'
import type { FieldProblem } from '@terreau/protocol/problems'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { rightToWorkFor } from '../right-to-work/index.ts'
import type { ContractRow } from './contract-row.ts'

type Of = Pick<ContractRow, 'personId' | 'kind' | 'startsOn'>

/**
 * Nothing is sent to sign, nor concluded, while the right to work is open or refused for this kind of
 * contract and its first day (C. trav. L5221-8, L8251-1). A CESA after a CAPE is another kind: asked again.
 */
export async function requireRightToWork(tx: Tx, ctx: Context, contract: Of): Promise<void> {
  const { stop, articles } = await answerFor(tx, ctx, contract)
  if (stop === null) return
  const params = { articles, kind: contract.kind, on: contract.startsOn }
  throw new ProblemError(stop, params, [{ pointer: '/right-to-work', code: stop, params }])
}

/** The same, told beforehand. The articles say what the paper is: only those who may see it read them. */
export async function missingRightToWork(
  tx: Tx,
  ctx: Context,
  contract: Of,
): Promise<FieldProblem[]> {
  const { stop, articles } = await answerFor(tx, ctx, contract)
  if (stop === null) return []
  const { actor } = ctx
  const maySee = actor.kind === 'person' && canAny(actor.roles, 'permit.read')
  const params = { articles: maySee ? articles : 'C. trav. L8251-1' }
  return [{ pointer: '/right-to-work', code: stop, params }]
}

function answerFor(tx: Tx, ctx: Context, { personId, kind, startsOn }: Of) {
  return rightToWorkFor(tx, ctx, { personId, contractKind: kind, on: localDate(startsOn) })
}
