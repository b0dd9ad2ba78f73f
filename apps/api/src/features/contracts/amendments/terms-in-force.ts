import {
  type AmendableTerm,
  type SignedAmendment,
  type TermsInForce,
  termsOn,
} from '@terreau/domain/contracts/amendments'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { ContractRow } from '../contract-row.ts'
import { readCesaTerms, readFixedPart, readTerms } from '../terms.ts'
import { type AmendmentRow, amendmentsOf } from './amendment-row.ts'

/** What an amendment may change; null where the contract was written elsewhere. */
export type Terms = Readonly<Record<AmendableTerm, string | null>>

/**
 * The terms of a contract on a day: the original with the amendments that both signed; only those with a
 * lower number than `before` when it is given.
 */
export async function contractTermsOn(
  tx: Tx,
  cooperativeId: string,
  contract: Pick<ContractRow, 'id' | 'kind' | 'schemeId' | 'terms'>,
  of: { on: LocalDate; before?: number },
): Promise<TermsInForce<Terms>> {
  const original = { schemeId: contract.schemeId, terms: originalTerms(contract) }
  const amendments = await signedAmendments(tx, cooperativeId, contract.id)
  const { on, before } = of
  return termsOn(
    original,
    before === undefined ? amendments : amendments.filter(({ n }) => n < before),
    on,
  )
}

/** The scheme of contribution of a contract on a day. */
export async function schemeInForce(
  tx: Tx,
  cooperativeId: string,
  contractId: string,
  on: LocalDate,
): Promise<string> {
  const { schemeId } = await tx
    .selectFrom('contract')
    .select('schemeId')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', contractId)
    .executeTakeFirstOrThrow()
  const amendments = await signedAmendments(tx, cooperativeId, contractId)
  return termsOn<Partial<Terms>>({ schemeId, terms: {} }, amendments, on).schemeId
}

async function signedAmendments(
  tx: Tx,
  cooperativeId: string,
  contractId: string,
): Promise<SignedAmendment<Terms>[]> {
  const rows = await amendmentsOf(tx, cooperativeId, contractId)
  return rows
    .filter(({ state }) => state === 'active')
    .map(({ n, effectiveOn, schemeId, changes }) => ({
      n,
      effectiveOn,
      schemeId,
      terms: afterOf(changes),
    }))
}

function afterOf({ fixedPartCents, minimumActivity, means }: AmendmentRow['changes']) {
  const terms: { -readonly [Term in keyof Terms]?: Terms[Term] } = {}
  if (fixedPartCents) terms.fixedPartCents = fixedPartCents.after
  if (minimumActivity) terms.minimumActivity = minimumActivity.after
  if (means) terms.means = means.after
  return terms
}

function originalTerms({ kind, terms }: Pick<ContractRow, 'kind' | 'terms'>): Terms {
  const cesa = kind === 'CESA' ? readCesaTerms(terms) : null
  const means = cesa?.means ?? (kind === 'CAPE' ? readTerms(terms)?.means : undefined)
  return {
    fixedPartCents: kind === 'CESA' ? (readFixedPart(terms)?.toString() ?? null) : null,
    minimumActivity: cesa?.minimumActivity || null,
    means: means === undefined ? null : meansText(means),
  }
}

/** The means of a contract as one clause: a line for each. */
function meansText(means: readonly { name: string; amount: string; conditions: string }[]): string {
  return means
    .map(({ name, amount, conditions }) => [name, amount, conditions].filter(Boolean).join(', '))
    .join('\n')
}
