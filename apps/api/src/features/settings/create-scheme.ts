import { randomUUID } from 'node:crypto'
import {
  areCapsAboveMinimum,
  areTiersOrdered,
  type ContributionScheme,
} from '@terreau/domain/contributions/scheme'
import { ZERO } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { monthOf, type YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation, type Outcome } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { checkReplaced } from './check-replaced.ts'
import { refuseAlone } from './two-persons.ts'

export interface NewScheme extends Omit<ContributionScheme, 'tiers'> {
  decisionReference: string
  /** The scheme whose place it takes for all who have it, from a month on. */
  replaces: { schemeId: string; fromMonth: YearMonth } | null
  /** Its last month, when the assembly said one. */
  appliesUntil?: YearMonth | null
  tiers: readonly { upToCents: ContributionScheme['monthlyFloorCents'] | null; rateBp: number }[]
}

/**
 * Adds a scheme as an assembly decided it. A scheme never changes: another decision is another scheme.
 * Contracts name theirs, and a decision that replaces it holds for them too from its month on (R7331-8).
 */
export const createScheme = mutation<NewScheme, { id: string }>({
  access: 'cooperative.settings',
  async run(tx, ctx, scheme) {
    await refuseAlone(tx, ctx)
    return addScheme(tx, ctx, scheme)
  },
})

/** Writes what an assembly decided, once nobody else has to agree any more. */
export async function addScheme(
  tx: Tx,
  ctx: Context,
  scheme: NewScheme,
): Promise<Outcome<{ id: string }>> {
  await checkScheme(tx, ctx, scheme)
  const id = await insertScheme(tx, ctx, scheme)
  const { code, decidedOn, decisionReference, replaces, appliesUntil = null } = scheme
  return {
    value: { id },
    audit: [
      {
        action: 'scheme.created',
        entity: { kind: 'scheme', id },
        after: { code, decidedOn, decisionReference, replaces, appliesUntil },
      },
    ],
  }
}

/** Refuses what could not be written. */
export async function checkScheme(tx: Tx, ctx: Context, scheme: NewScheme): Promise<void> {
  refuseImpossible(ctx, scheme)
  if (scheme.replaces !== null) await checkReplaced(tx, ctx, scheme.replaces)
}

/** What no assembly can have decided: tomorrow's decision, one that ends first, rules that contradict each other. */
function refuseImpossible(ctx: Context, scheme: NewScheme): void {
  const { decidedOn, replaces, appliesUntil = null } = scheme
  const first = replaces?.fromMonth ?? monthOf(decidedOn)
  const faults = [
    ...(decidedOn > ctx.today ? [{ pointer: '/body/decidedOn', code: 'date-in-future' }] : []),
    ...(appliesUntil !== null && (appliesUntil < first || appliesUntil < monthOf(decidedOn))
      ? [{ pointer: '/body/appliesUntil', code: 'scheme-ends-before' }]
      : []),
    ...ruleFaults(scheme),
  ]
  if (faults.length > 0) throw new ProblemError('request-invalid', undefined, faults)
}

const AMOUNTS = ['monthlyFloorCents', 'fixedMonthlyCents', 'exemptBelowCents'] as const
const CAPS = ['monthlyCapCents', 'yearlyCapCents'] as const

/** Tiers out of order, negative amounts, a maximum under the minimum: for a simulation too. */
export function ruleFaults(
  scheme: Omit<NewScheme, 'code' | 'decidedOn' | 'decisionReference' | 'replaces'>,
): { pointer: string; code: string }[] {
  const tiers = scheme.tiers.map((tier) => ({ ...tier, rateBp: rateBp(BigInt(tier.rateBp)) }))
  const none = { monthlyCapCents: null, yearlyCapCents: null }
  const isTooLow = (name: (typeof CAPS)[number]) =>
    !areCapsAboveMinimum({ ...scheme, ...none, [name]: scheme[name] })
  return [
    ...(areTiersOrdered(tiers) ? [] : [{ pointer: '/body/tiers', code: 'tiers-not-ordered' }]),
    ...AMOUNTS.filter((name) => scheme[name] < ZERO).map((name) => ({
      pointer: `/body/${name}`,
      code: 'amount-negative',
    })),
    ...CAPS.filter(isTooLow).map((name) => ({
      pointer: `/body/${name}`,
      code: 'cap-below-minimum',
    })),
  ]
}

/** Writes the scheme and its tiers. */
export async function insertScheme(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  scheme: NewScheme,
): Promise<string> {
  const id = randomUUID()
  const { tiers, replaces, ...row } = scheme
  await tx
    .insertInto('contributionScheme')
    .values({
      cooperativeId: ctx.cooperativeId,
      id,
      ...row,
      exemptStatuses: [...row.exemptStatuses],
      deductedCosts: [...row.deductedCosts],
      replacesId: replaces?.schemeId ?? null,
      appliesFrom: replaces?.fromMonth ?? null,
    })
    .execute()
  await tx
    .insertInto('contributionTier')
    .values(
      tiers.map((tier, index) => ({
        cooperativeId: ctx.cooperativeId,
        schemeId: id,
        position: index + 1,
        ...tier,
      })),
    )
    .execute()
  return id
}
