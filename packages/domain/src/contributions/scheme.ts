import { assert } from '../assert.ts'
import { EXPENSE_CATEGORIES, type ExpenseCategory } from '../expenses/vat-recovery.ts'
import { type Cents, ZERO } from '../money/cents.ts'
import type { RateBp } from '../money/rate.ts'
import type { LocalDate } from '../time/local-date.ts'

/** What the contribution is taken on: net revenue, gross margin, or money collected. */
export const CONTRIBUTION_BASES = ['revenue', 'gross_margin', 'collected'] as const
export type ContributionBase = (typeof CONTRIBUTION_BASES)[number]

/** Whether the tiers apply to the month alone, or to the base cumulated over the calendar year. */
export const CONTRIBUTION_PERIODS = ['month', 'year'] as const
export type ContributionPeriod = (typeof CONTRIBUTION_PERIODS)[number]

/**
 * What a month owes whose base is negative, because refunds are above sales: what a month without
 * sales owes, or that less the contribution on the refund, within what was taken in the year.
 */
export const NEGATIVE_BASES = ['as_nil', 'given_back'] as const
export type NegativeBase = (typeof NEGATIVE_BASES)[number]

/** What an exempt person does not owe: anything at all, or the minimum and the fixed part alone. */
export const EXEMPTION_COVERS = ['everything', 'minimum'] as const
export type ExemptionCovers = (typeof EXEMPTION_COVERS)[number]

/** Costs that an assembly may take out of the base: any kind of expense, and kilometres. */
export const DEDUCTIBLE_COSTS = [...EXPENSE_CATEGORIES, 'mileage'] as const
export type DeductibleCost = ExpenseCategory | 'mileage'

/**
 * What may exempt somebody for as long as it lasts: the kind of contract, being an associate, or a
 * minimum income from the State (*minimum social*) of which the cooperative saw the proof.
 */
export const EXEMPT_STATUSES = ['cape', 'cesa', 'associate', 'social_minimum'] as const
export type ExemptStatus = (typeof EXEMPT_STATUSES)[number]

/** What a form, the wire and a file accept: more steps than any cooperative publishes. */
export const MOST_TIERS = 10

/** One marginal tier: `rateBp` on what lies above the previous tier, up to `upToCents` included. */
export type ContributionTier = { readonly upToCents: Cents | null; readonly rateBp: RateBp }

/**
 * The contribution to the shared services. Only a general assembly sets its bases, rates and
 * amounts (Code du travail, R7331-8), hence `decidedOn`, the day of that assembly.
 */
export type ContributionScheme = {
  readonly code: string
  readonly decidedOn: LocalDate
  readonly base: ContributionBase
  readonly period: ContributionPeriod
  readonly tiers: readonly ContributionTier[]
  readonly monthlyFloorCents: Cents
  readonly fixedMonthlyCents: Cents
  readonly exemptMonths: number
  readonly exemptStatuses: readonly ExemptStatus[]
  /** Taken out of the base; a gross margin leaves out production purchases in any case. */
  readonly deductedCosts: readonly DeductibleCost[]
  readonly negativeBase: NegativeBase
  readonly exemptionCovers: ExemptionCovers
  /** A month whose base is below owes nothing at all, minimum and fixed part included; zero: no such rule. */
  readonly exemptBelowCents: Cents
  /** The most of a month and of a calendar year, everything included; null: no such rule. */
  readonly monthlyCapCents: Cents | null
  readonly yearlyCapCents: Cents | null
}

/**
 * Throws on a scheme that no assembly can mean: tiers out of order, a last tier with an end, a
 * tier before the last without one, negative amounts. Returns the scheme for chaining.
 */
export function assertScheme(scheme: ContributionScheme): ContributionScheme {
  assert(scheme.monthlyFloorCents >= ZERO, 'the floor is not negative')
  assert(scheme.fixedMonthlyCents >= ZERO, 'the fixed amount is not negative')
  assert(scheme.exemptBelowCents >= ZERO, 'the exempt amount is not negative')
  assert(areCapsAboveMinimum(scheme), 'a maximum is at least the minimum')
  assert(Number.isSafeInteger(scheme.exemptMonths), 'exempt months are whole')
  assert(scheme.exemptMonths >= 0, 'exempt months are not negative')
  assert(areTiersOrdered(scheme.tiers), 'tiers rise, and only the last one has no end')
  return scheme
}

/** Whether what a month owes depends on the other months of its calendar year. */
export function spansYear({
  period,
  negativeBase,
  yearlyCapCents,
}: Pick<ContributionScheme, 'period' | 'negativeBase' | 'yearlyCapCents'>): boolean {
  return period === 'year' || negativeBase === 'given_back' || yearlyCapCents !== null
}

/** A maximum under the floor and the fixed part would contradict them. Made for forms too. */
export function areCapsAboveMinimum({
  monthlyFloorCents,
  fixedMonthlyCents,
  monthlyCapCents,
  yearlyCapCents,
}: Pick<
  ContributionScheme,
  'monthlyFloorCents' | 'fixedMonthlyCents' | 'monthlyCapCents' | 'yearlyCapCents'
>): boolean {
  const least = monthlyFloorCents + fixedMonthlyCents
  return [monthlyCapCents, yearlyCapCents].every(
    (cap) => cap === null || (cap > 0n && cap >= least),
  )
}

/** Whether one of the statuses that somebody has in a month exempts from this contribution. */
export function exemptsStatus(
  { exemptStatuses }: Pick<ContributionScheme, 'exemptStatuses'>,
  statuses: readonly ExemptStatus[],
): boolean {
  return statuses.some((status) => exemptStatuses.includes(status))
}

/** Whether tiers rise strictly from zero and only the last is without end. Made for forms too. */
export function areTiersOrdered(tiers: readonly ContributionTier[]): boolean {
  if (tiers.length === 0) return false
  let previous: bigint = 0n
  return tiers.every((tier, index) => {
    const isLast = index === tiers.length - 1
    if (tier.upToCents === null) return isLast
    const isRising = !isLast && tier.upToCents > previous
    previous = tier.upToCents
    return isRising
  })
}
