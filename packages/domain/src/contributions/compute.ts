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
 * because less was taken in the year. `cap`: what a maximum takes off, or what it hid of a refund. Lines
 * sum to the total. A tier is given back when it ends below where it begins. `takenCents`: what was counted
 * already at that rate, which the amount leaves out; such a line settles several slices, and tells none.
 * `rule`: the one that the line applies, when it settles a month of another scheme.
 */
export type ContributionLine = { readonly rule?: ContributionRule } & (
  | {
      readonly kind: 'tier'
      readonly fromCents: Cents
      readonly toCents: Cents
      readonly rateBp: RateBp
      readonly amountCents: Cents
      readonly takenCents?: Cents
    }
  | { readonly kind: 'floor' | 'fixed' | 'exempt' | 'limit' | 'cap'; readonly amountCents: Cents }
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
 * The calendar year before a month: its base, what its months took above their minimum, which is what can
 * be given back, and what they owed before the maximum of the year.
 */
export type YearBefore = {
  readonly baseCents: Cents
  readonly takenCents: Cents
  readonly owedCents: Cents
}

export const NEW_YEAR: YearBefore = { baseCents: ZERO, takenCents: ZERO, owedCents: ZERO }

/** `baseCents` is the month's base; `year` the calendar year before this month. */
export type ContributionInput = {
  readonly scheme: ContributionScheme
  readonly month: YearMonth
  readonly contractStartedOn: LocalDate
  /** Whether a status of the person exempts in this month; see `exemptsStatus`. */
  readonly hasExemptStatus: boolean
  readonly baseCents: Cents
  readonly year: YearBefore
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
 * - While fewer than `exemptMonths` calendar months have passed since the month the contract began, and
 *   in a month in which the person has a status that the scheme exempts, nothing at all is due, or only
 *   the rates, as the scheme says. A base below `exemptBelowCents` owes nothing at all.
 * - A maximum holds for everything together: in the month first, then over the year.
 * Throws on an incoherent scheme.
 */
export function computeContribution(input: ContributionInput): ContributionBreakdown {
  return monthOfYear(input).due
}

/** Months of one calendar year in their order, each seeing those before it. */
export function computeYear(
  months: readonly Omit<ContributionInput, 'year'>[],
  start: YearBefore,
): ContributionBreakdown[] {
  let year = start
  return months.map((month) => {
    const { due, after } = monthOfYear({ ...month, year })
    year = after
    return due
  })
}

function monthOfYear(input: ContributionInput): { due: ContributionBreakdown; after: YearBefore } {
  const { scheme, baseCents, year } = input
  assertScheme(scheme)
  const situation = situationOf(input)
  const lines = owedLines(input, situation)
  const uncapped = totalOf(lines)
  const owed = minCents(uncapped, scheme.monthlyCapCents)
  const owedCents = add(year.owedCents, owed)
  const { yearlyCapCents: cap } = scheme
  const totalCents = subtract(minCents(owedCents, cap), minCents(year.owedCents, cap))
  const capped = subtract(totalCents, uncapped)
  if (capped !== ZERO) lines.push({ kind: 'cap', amountCents: capped })
  assert(
    add(totalCents, maxCents(year.takenCents, ZERO)) >= ZERO,
    'no more is given back than taken',
  )
  const after = {
    baseCents: add(year.baseCents, baseCents),
    takenCents: add(year.takenCents, owed, negate(minimumOf(scheme, situation))),
    owedCents,
  }
  return { due: { ...ruleOf(scheme, baseCents), lines, totalCents }, after }
}

/**
 * What the base of before the first month kept says was taken on it. Months that are not known one by
 * one say it only without a floor, with one rate or with tiers on the year: otherwise nothing is assumed.
 */
export function carriedYear(scheme: ContributionScheme, baseCents: Cents): YearBefore {
  const { period, tiers, monthlyFloorCents } = scheme
  const isKnown = monthlyFloorCents === ZERO && (period === 'year' || tiers.length === 1)
  const taken = isKnown && baseCents > ZERO ? totalOf(slices(tiers, ZERO, baseCents)) : ZERO
  return { baseCents, takenCents: taken, owedCents: taken }
}

/** How a scheme is named on the lines that apply it. */
export function ruleOf(scheme: ContributionScheme, baseCents: Cents): ContributionRule {
  const { code: schemeCode, decidedOn, base, period } = scheme
  return { schemeCode, decidedOn, base, period, baseCents }
}

const EXEMPT_LINE: ContributionLine = { kind: 'exempt', amountCents: ZERO }

/** `below`: the base is too small to owe anything. The others: by an exemption, or not. */
type Situation = 'due' | 'exempt' | 'below'

function situationOf({
  scheme,
  month,
  contractStartedOn,
  hasExemptStatus,
  baseCents,
}: ContributionInput): Situation {
  const age = monthsBetween(monthOf(contractStartedOn), month)
  if (hasExemptStatus || age < scheme.exemptMonths) return 'exempt'
  return isBelow(scheme, baseCents) ? 'below' : 'due'
}

function isBelow({ exemptBelowCents }: ContributionScheme, baseCents: Cents): boolean {
  return exemptBelowCents > ZERO && baseCents < exemptBelowCents
}

function minimumOf(scheme: ContributionScheme, situation: Situation): Cents {
  return situation === 'due' ? add(scheme.monthlyFloorCents, scheme.fixedMonthlyCents) : ZERO
}

function owedLines(input: ContributionInput, situation: Situation): ContributionLine[] {
  const { monthlyFloorCents, fixedMonthlyCents, exemptionCovers } = input.scheme
  const areRatesDue =
    situation === 'due' ||
    (situation === 'exempt' &&
      exemptionCovers === 'minimum' &&
      !isBelow(input.scheme, input.baseCents))
  const isRefund = input.baseCents < ZERO
  const rates = isRefund ? givenBackLines(input) : areRatesDue ? tierLines(input) : []
  if (situation === 'exempt') return [EXEMPT_LINE, ...rates]
  if (situation === 'below') return rates
  const lines: ContributionLine[] = [...rates]
  const missing = subtract(monthlyFloorCents, isRefund ? ZERO : totalOf(rates))
  if (missing > ZERO) lines.push({ kind: 'floor', amountCents: missing })
  if (fixedMonthlyCents > ZERO) lines.push({ kind: 'fixed', amountCents: fixedMonthlyCents })
  return lines
}

/** The rates on a negative base, and what of it is not given back because less was taken. */
function givenBackLines(input: ContributionInput): ContributionLine[] {
  const { negativeBase, monthlyCapCents } = input.scheme
  if (negativeBase !== 'given_back') return []
  const lines = tierLines(input)
  // A sale of that amount would not have cost more than the maximum of a month.
  const most = minCents(maxCents(input.year.takenCents, ZERO), monthlyCapCents)
  const kept = subtract(negate(totalOf(lines)), most)
  return kept > ZERO ? [...lines, { kind: 'limit', amountCents: kept }] : lines
}

function totalOf(lines: readonly ContributionLine[]): Cents {
  return sumCents(lines.map((line) => line.amountCents))
}

function minCents(amount: Cents, most: Cents | null): Cents {
  return most !== null && amount > most ? most : amount
}

/** A month alone begins at zero; a negative one is the contrary of the sales that it takes back. */
function tierLines({ scheme, baseCents, year }: ContributionInput): TierLine[] {
  if (scheme.period === 'month') return slices(scheme.tiers, ZERO, baseCents)
  const after = maxCents(add(year.baseCents, baseCents), ZERO)
  return slices(scheme.tiers, maxCents(year.baseCents, ZERO), after)
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
