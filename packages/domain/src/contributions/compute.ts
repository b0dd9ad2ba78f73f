import { assert } from '../assert.ts'
import { type Cents, cents, maxCents, subtract, sumCents, ZERO } from '../money/cents.ts'
import { applyRateHalfUp, type RateBp } from '../money/rate.ts'
import type { LocalDate } from '../time/local-date.ts'
import { monthOf, monthsBetween, type YearMonth } from '../time/year-month.ts'
import {
  assertScheme,
  type ContributionBase,
  type ContributionPeriod,
  type ContributionScheme,
} from './scheme.ts'

/**
 * One line of the calculation. `tier`: a rate on the slice from `fromCents` to `toCents` of the
 * month's base (or of the year's, see `period`). `floor`: what is added to reach the monthly floor.
 * `fixed`: the fixed monthly amount. `exempt`: nothing is due yet. Lines sum to the total.
 * `rule`: the one that the line applies, when it settles a month of another scheme.
 */
export type ContributionLine = { readonly rule?: ContributionRule } & (
  | {
      readonly kind: 'tier'
      readonly fromCents: Cents
      readonly toCents: Cents
      readonly rateBp: RateBp
      readonly amountCents: Cents
    }
  | { readonly kind: 'floor' | 'fixed' | 'exempt'; readonly amountCents: Cents }
)

/** What explains a line years later: the scheme, its assembly, and the base of the month. */
export type ContributionRule = {
  readonly schemeCode: string
  readonly decidedOn: LocalDate
  readonly base: ContributionBase
  readonly period: ContributionPeriod
  readonly baseCents: Cents
}

/** The contribution of one month, with what is needed to explain it years later. */
export type ContributionBreakdown = ContributionRule & {
  readonly lines: readonly ContributionLine[]
  readonly totalCents: Cents
}

/** `baseCents` is the month's base; `yearBaseBeforeCents` the year's base before this month. */
export type ContributionInput = {
  readonly scheme: ContributionScheme
  readonly month: YearMonth
  readonly contractStartedOn: LocalDate
  /** Whether a status of the person exempts in this month; see `exemptsStatus`. */
  readonly hasExemptStatus: boolean
  readonly baseCents: Cents
  readonly yearBaseBeforeCents: Cents
}

/**
 * The contribution due for a month (Code du travail, R7331-8; the general assembly decides).
 * - Tiers are marginal and rounded half up one by one, then summed.
 * - `period: 'year'`: due on the base cumulated with this month, minus due before it, per tier.
 * - Never below the monthly floor, even without revenue; the fixed amount comes on top.
 * - A negative base (refunds above sales) gives the floor or nothing: it is not paid back.
 * - While fewer than `exemptMonths` calendar months have passed since the month the contract
 *   began, nothing at all is due, floor and fixed amount included. The same in a month in which
 *   the person has a status that the scheme exempts.
 * Throws on an incoherent scheme.
 */
export function computeContribution(input: ContributionInput): ContributionBreakdown {
  const { scheme, baseCents } = input
  assertScheme(scheme)
  const lines = isExempt(input) ? [EXEMPT_LINE] : dueLines(input)
  const totalCents = sumCents(lines.map((line) => line.amountCents))
  assert(totalCents >= ZERO, 'a contribution is never negative')
  return { ...ruleOf(scheme, baseCents), lines, totalCents }
}

/** How a scheme is named on the lines that apply it. */
export function ruleOf(scheme: ContributionScheme, baseCents: Cents): ContributionRule {
  const { code: schemeCode, decidedOn, base, period } = scheme
  return { schemeCode, decidedOn, base, period, baseCents }
}

const EXEMPT_LINE: ContributionLine = { kind: 'exempt', amountCents: ZERO }

function isExempt(input: ContributionInput): boolean {
  const { scheme, month, contractStartedOn, hasExemptStatus } = input
  return hasExemptStatus || monthsBetween(monthOf(contractStartedOn), month) < scheme.exemptMonths
}

function dueLines(input: ContributionInput): ContributionLine[] {
  const { scheme } = input
  const lines = input.baseCents > ZERO ? tierLines(input) : []
  const computed = sumCents(lines.map((line) => line.amountCents))
  const missing = subtract(scheme.monthlyFloorCents, computed)
  if (missing > ZERO) lines.push({ kind: 'floor', amountCents: missing })
  if (scheme.fixedMonthlyCents > ZERO) {
    lines.push({ kind: 'fixed', amountCents: scheme.fixedMonthlyCents })
  }
  return lines
}

function tierLines(input: ContributionInput): ContributionLine[] {
  const isYearly = input.scheme.period === 'year'
  const before = isYearly ? maxCents(input.yearBaseBeforeCents, ZERO) : ZERO
  const after = isYearly
    ? maxCents(cents(input.yearBaseBeforeCents + input.baseCents), ZERO)
    : input.baseCents
  let floor = ZERO
  const lines: ContributionLine[] = []
  for (const tier of input.scheme.tiers) {
    const ceiling = tier.upToCents
    const start = clamp(before, floor, ceiling)
    const end = clamp(after, floor, ceiling)
    if (end > start) {
      // Due now minus due before, each rounded: the months of a year then add up to the year.
      const amountCents = subtract(
        applyRateHalfUp(subtract(end, floor), tier.rateBp),
        applyRateHalfUp(subtract(start, floor), tier.rateBp),
      )
      const { rateBp } = tier
      lines.push({ kind: 'tier', fromCents: start, toCents: end, rateBp, amountCents })
    }
    if (ceiling === null) break
    floor = ceiling
  }
  return lines
}

function clamp(amount: Cents, low: Cents, high: Cents | null): Cents {
  if (amount < low) return low
  return high !== null && amount > high ? high : amount
}
