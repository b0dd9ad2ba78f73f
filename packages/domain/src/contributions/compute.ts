import { assert } from '../assert.ts'
import { add, type Cents, maxCents, negate, subtract, sumCents, ZERO } from '../money/cents.ts'
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
 * `fixed`: the fixed monthly amount. `exempt`: nothing is due yet. `limit`: what is not given back,
 * because less was taken in the year. Lines sum to the total. A tier is given back when it ends below
 * where it begins.
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
  | { readonly kind: 'floor' | 'fixed' | 'exempt' | 'limit'; readonly amountCents: Cents }
)

type TierLine = Extract<ContributionLine, { kind: 'tier' }>

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

/**
 * `baseCents` is the month's base; `yearBaseBeforeCents` the year's base before this month, and
 * `yearTakenBeforeCents` what its months took above their minimum; see `takenAboveMinimum`.
 */
export type ContributionInput = {
  readonly scheme: ContributionScheme
  readonly month: YearMonth
  readonly contractStartedOn: LocalDate
  /** Whether a status of the person exempts in this month; see `exemptsStatus`. */
  readonly hasExemptStatus: boolean
  readonly baseCents: Cents
  readonly yearBaseBeforeCents: Cents
  readonly yearTakenBeforeCents: Cents
}

/**
 * The contribution due for a month (Code du travail, R7331-8; the general assembly decides).
 * - Tiers are marginal and rounded half up one by one, then summed.
 * - `period: 'year'`: due on the base cumulated with this month, minus due before it, per tier.
 * - Never below the monthly floor, even without revenue; the fixed amount comes on top.
 * - A negative base (refunds above sales) owes the floor or nothing. When the assembly decided that it
 *   is given back, the rates on it are given back too, within what the year took above its minimums:
 *   nobody then pays less than for a year without sales. An exempt month gives back as well, because
 *   an exemption protects and takes nothing away.
 * - While fewer than `exemptMonths` calendar months have passed since the month the contract
 *   began, nothing at all is due, floor and fixed amount included. The same in a month in which
 *   the person has a status that the scheme exempts.
 * Throws on an incoherent scheme.
 */
export function computeContribution(input: ContributionInput): ContributionBreakdown {
  const { scheme, baseCents } = input
  assertScheme(scheme)
  const lines = isExempt(input) ? [EXEMPT_LINE, ...givenBackLines(input)] : dueLines(input)
  const totalCents = sumCents(lines.map((line) => line.amountCents))
  assert(
    add(totalCents, maxCents(input.yearTakenBeforeCents, ZERO)) >= ZERO,
    'no more is given back than was taken in the year',
  )
  return { ...ruleOf(scheme, baseCents), lines, totalCents }
}

/**
 * What a month took beyond what it owed without sales: what can still be given back. Negative in a
 * month that gave back.
 */
export function takenAboveMinimum(
  { monthlyFloorCents, fixedMonthlyCents }: ContributionScheme,
  { lines, totalCents }: Pick<ContributionBreakdown, 'lines' | 'totalCents'>,
): Cents {
  if (lines.some((line) => line.kind === 'exempt')) return totalCents
  return subtract(totalCents, add(monthlyFloorCents, fixedMonthlyCents))
}

/**
 * What the base of before the first month kept says was taken on it. Months that are not known one by
 * one say it only without a floor, with one rate or with tiers on the year: otherwise nothing is assumed.
 */
export function takenOnCarriedBase(scheme: ContributionScheme, baseCents: Cents): Cents {
  const { period, tiers, monthlyFloorCents } = scheme
  const isKnown = monthlyFloorCents === ZERO && (period === 'year' || tiers.length === 1)
  return isKnown && baseCents > ZERO
    ? sumCents(slices(scheme.tiers, ZERO, baseCents).map((line) => line.amountCents))
    : ZERO
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
  const { monthlyFloorCents, fixedMonthlyCents } = input.scheme
  const lines = input.baseCents > ZERO ? tierLines(input) : givenBackLines(input)
  const taken = input.baseCents > ZERO ? sumCents(lines.map((line) => line.amountCents)) : ZERO
  const missing = subtract(monthlyFloorCents, taken)
  if (missing > ZERO) lines.push({ kind: 'floor', amountCents: missing })
  if (fixedMonthlyCents > ZERO) lines.push({ kind: 'fixed', amountCents: fixedMonthlyCents })
  return lines
}

/** The rates on a negative base, and what of it is not given back because less was taken. */
function givenBackLines(input: ContributionInput): ContributionLine[] {
  if (input.baseCents >= ZERO || input.scheme.negativeBase !== 'given_back') return []
  const lines = tierLines(input)
  const wanted = negate(sumCents(lines.map((line) => line.amountCents)))
  const kept = subtract(wanted, maxCents(input.yearTakenBeforeCents, ZERO))
  return kept > ZERO ? [...lines, { kind: 'limit', amountCents: kept }] : lines
}

/** A month alone begins at zero; a negative one is the contrary of the sales that it takes back. */
function tierLines({ scheme, baseCents, yearBaseBeforeCents }: ContributionInput) {
  if (scheme.period === 'month') return slices(scheme.tiers, ZERO, baseCents)
  const after = maxCents(add(yearBaseBeforeCents, baseCents), ZERO)
  return slices(scheme.tiers, maxCents(yearBaseBeforeCents, ZERO), after)
}

/** From one base to another, tier by tier; what goes down begins with the highest tier. */
function slices(tiers: ContributionScheme['tiers'], from: Cents, to: Cents): TierLine[] {
  if (from < ZERO || to < ZERO) return slices(tiers, negate(from), negate(to)).map(opposite)
  let floor = ZERO
  const lines: TierLine[] = []
  for (const { upToCents: ceiling, rateBp } of tiers) {
    const fromCents = clamp(from, floor, ceiling)
    const toCents = clamp(to, floor, ceiling)
    if (fromCents !== toCents) {
      // Due now minus due before, each rounded: the months of a year then add up to the year.
      const amountCents = subtract(
        applyRateHalfUp(subtract(toCents, floor), rateBp),
        applyRateHalfUp(subtract(fromCents, floor), rateBp),
      )
      lines.push({ kind: 'tier', fromCents, toCents, rateBp, amountCents })
    }
    if (ceiling === null) break
    floor = ceiling
  }
  return to < from ? lines.toReversed() : lines
}

function opposite(line: TierLine): TierLine {
  const [fromCents, toCents] = [negate(line.fromCents), negate(line.toCents)]
  return { ...line, fromCents, toCents, amountCents: negate(line.amountCents) }
}

function clamp(amount: Cents, low: Cents, high: Cents | null): Cents {
  if (amount < low) return low
  return high !== null && amount > high ? high : amount
}
