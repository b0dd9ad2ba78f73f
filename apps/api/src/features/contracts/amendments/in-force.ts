import { AMENDABLE_TERMS } from '@terreau/domain/contracts/amendments'
import { earlierOf, laterOf, localDate } from '@terreau/domain/time/local-date'
import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'
import { schemeView } from '../../settings/index.ts'
import type { ContractRow } from '../contract-row.ts'
import { schemes } from '../schemes.ts'
import { type AmendmentRow, amendmentsOf } from './amendment-row.ts'
import { contractTermsOn } from './terms-in-force.ts'

type InForce = HandlerOutput<(typeof contractsEndpoints)[4]>['inForce']

/**
 * What a concluded contract says today, or on its last day, after its amendments, with the original
 * beside and the amendment that made each term. Null before it is concluded.
 */
export async function termsInForce(tx: Tx, ctx: Context, contract: ContractRow): Promise<InForce> {
  if (contract.state !== 'active') return null
  const { cooperativeId, today } = ctx
  const begun = laterOf(today, localDate(contract.startsOn))
  const on = contract.endsOn === null ? begun : earlierOf(begun, localDate(contract.endsOn))
  const rows = await amendmentsOf(tx, cooperativeId, contract.id)
  const now = await contractTermsOn(tx, cooperativeId, contract, { on })
  const original = await contractTermsOn(tx, cooperativeId, contract, { on, before: 0 })
  const inOrder = now.amendments.flatMap((n) => rows.filter((row) => row.n === n))
  const by = (changes: (row: AmendmentRow) => boolean) => {
    const row = inOrder.findLast(changes)
    return row === undefined ? null : { id: row.id, n: row.n, effectiveOn: row.effectiveOn }
  }
  const [scheme] = await schemes(tx, ctx, now.schemeId)
  const { id, scheme: inForce } = found(scheme)
  return {
    scheme: { id, ...schemeView(inForce) },
    schemeBy: by((row) => row.schemeId !== null),
    terms: AMENDABLE_TERMS[contract.kind].map((term) => ({
      term,
      value: now.terms[term],
      original: original.terms[term],
      by: by((row) => row.changes[term] !== undefined),
    })),
  }
}
