import { assert } from '../assert.ts'
import {
  type ContributionBreakdown,
  type ContributionLine,
  type ContributionRule,
  carriedYear,
  computeYear,
  ruleOf,
} from '../contributions/compute.ts'
import { type ContributionScheme, spansYear } from '../contributions/scheme.ts'
import { add, type Cents, negate, subtract, sumCents, ZERO } from '../money/cents.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { YearMonth } from '../time/year-month.ts'
import type { BreakdownTotals } from './breakdown.ts'

/** What an acceptance that still stands counted and took, for the month it speaks of. */
export type TakenContribution = {
  readonly month: YearMonth
  readonly scheme: ContributionScheme
  readonly baseCents: Cents
  readonly lines: readonly ContributionLine[]
}

/**
 * A calendar year of an activity as it stands. `carriedBaseCents` is the base from before the first month
 * kept; `taken` the acceptances, those of one month in the order in which they were accepted; `settled`
 * what was settled when an acceptance was taken back, each line with its rule.
 */
export type YearTaken = {
  readonly contractStartedOn: LocalDate
  readonly carriedBaseCents: Cents
  readonly taken: readonly TakenContribution[]
  readonly settled: readonly ContributionLine[]
}

/** `baseCents` is what this declaration adds to its month; the year is that of the other acceptances. */
export type StillDueInput = YearTaken & {
  readonly scheme: ContributionScheme
  readonly month: YearMonth
  /** Whether a status of the person exempts in this month. */
  readonly hasExemptStatus: boolean
  readonly baseCents: Cents
}

/** The declaration that joins the year; none when one was taken back. */
type Own = Pick<StillDueInput, 'scheme' | 'month' | 'hasExemptStatus' | 'baseCents'> | null

/**
 * The contribution that a declaration owes once what was already taken for its month is counted:
 * due on the whole base of the month, minus taken. A first declaration owes all of it; a late one
 * owes the difference, which is negative when a refund lowers the base. With tiers on the year, or when
 * a negative base is given back, the other months already accepted are settled too, each under its own
 * scheme, so that the year adds up whatever the order, also when another decision took over within it.
 */
export function contributionStillDue(input: StillDueInput): ContributionBreakdown {
  const { scheme, month } = input
  const months = monthsToSettle(input)
  const dues = duesOf(input, input, months)
  const rule = ruleOf(scheme, baseOf(input, input, month))
  const left = unsettled(input, { months, dues, rule })
  // That another month is exempt says nothing of this one, and would exempt it when the year is settled again.
  const isExempt = saysExempt(dues.slice(0, 1))
  const lines = left.filter(
    (line) => line.kind !== 'exempt' || (isExempt && line.rule === undefined),
  )
  return { ...rule, lines, totalCents: sumCents(lines.map((line) => line.amountCents)) }
}

/**
 * What the months that are left owe once an acceptance was taken back, each under its own decision: that
 * one moved the tiers of the others, or they counted on it. Nothing when it was the last of the year.
 */
export function contributionLeft(year: YearTaken): ContributionLine[] {
  const months = [...new Set(year.taken.map((one) => one.month))].sort()
  const dues = duesOf(year, null, months)
  return unsettled(year, { months, dues, rule: null }).filter((line) => line.kind !== 'exempt')
}

/** A month in which nothing moves but contributions that are settled. */
export function settlementOf(
  month: YearMonth,
  lines: readonly ContributionLine[],
  scheme: ContributionScheme,
): BreakdownTotals {
  const totalCents = sumCents(lines.map((line) => line.amountCents))
  return {
    month,
    revenueCents: ZERO,
    outputVatCents: ZERO,
    inputVatCents: ZERO,
    productionPurchaseCents: ZERO,
    otherExpenseCents: ZERO,
    mileageCents: ZERO,
    contribution: { ...ruleOf(scheme, ZERO), lines, totalCents },
    accidentCoverCents: ZERO,
    movementCents: negate(totalCents),
    isNil: true,
  }
}

/** Due minus taken, for some months of a year; `rule` is the one that lines need not name. */
function unsettled(
  { taken, settled }: YearTaken,
  of: {
    months: readonly YearMonth[]
    dues: readonly ContributionBreakdown[]
    rule: ContributionRule | null
  },
): ContributionLine[] {
  const already = taken.filter((one) => of.months.includes(one.month))
  return difference(
    of.dues.flatMap(({ lines, totalCents: _, ...own }) =>
      lines.map((line) => under(line, own, of.rule)),
    ),
    [
      ...already.flatMap((one) =>
        one.lines.map((line) => under(line, ruleOf(one.scheme, one.baseCents), of.rule)),
      ),
      ...settled.map((line) => under(line, null, of.rule)),
    ],
  )
}

/** The same month with what it really owes: contribution and cover that were not taken before. */
export function withStillDue(
  totals: BreakdownTotals,
  due: { readonly contribution: ContributionBreakdown; readonly accidentCoverCents: Cents },
): BreakdownTotals {
  const movementCents = add(
    totals.movementCents,
    totals.contribution.totalCents,
    totals.accidentCoverCents,
    negate(due.contribution.totalCents),
    negate(due.accidentCoverCents),
  )
  return { ...totals, ...due, movementCents }
}

/**
 * The month itself first. When its scheme or that of another month spans the year, or something was settled
 * already, every other month too: what one act settled for another month is then never settled twice.
 */
function monthsToSettle({ scheme, month, taken, settled }: StillDueInput): YearMonth[] {
  const isAlone = ![scheme, ...taken.map((one) => one.scheme)].some(spansYear)
  if (isAlone && settled.length === 0) return [month]
  const others = taken.filter((one) => one.month !== month).map((one) => one.month)
  return [month, ...[...new Set(others)].sort()]
}

/** What the months owe, in the order in which they are given; each sees those that came before it. */
function duesOf(year: YearTaken, own: Own, months: readonly YearMonth[]): ContributionBreakdown[] {
  const { contractStartedOn, carriedBaseCents, taken } = year
  const inOrder = months.toSorted().map((month) => {
    const { scheme, hasExemptStatus } = own?.month === month ? own : asAccepted(year, month)
    const baseCents = baseOf(year, own, month)
    return { month, contractStartedOn, scheme, hasExemptStatus, baseCents }
  })
  const [first] = inOrder
  if (first === undefined) return []
  // A month settled alone sees the base of the whole year before it, whatever was accepted of it.
  const before = taken.filter((one) => one.month < first.month).map((one) => one.baseCents)
  const carried = carriedYear(first.scheme, carriedBaseCents)
  const start = { ...carried, baseCents: add(carriedBaseCents, ...before) }
  const dues = computeYear(inOrder, start)
  return months.flatMap((month) => dues[inOrder.findIndex((one) => one.month === month)] ?? [])
}

/**
 * Another month keeps the rule that it was last accepted under: its scheme, and whether it was exempt, by
 * its status or by the age of the contract, which no later acceptance decides again.
 */
function asAccepted({ taken }: YearTaken, month: YearMonth) {
  const last = taken.findLast((one) => one.month === month)
  assert(last !== undefined, 'a month that is settled was accepted')
  return { scheme: { ...last.scheme, exemptMonths: 0 }, hasExemptStatus: saysExempt([last]) }
}

function saysExempt(contributions: readonly Pick<ContributionBreakdown, 'lines'>[]): boolean {
  return contributions.some(({ lines }) => lines.some((line) => line.kind === 'exempt'))
}

function baseOf({ taken }: YearTaken, own: Own, month: YearMonth): Cents {
  const counted = taken.filter((one) => one.month === month).map((one) => one.baseCents)
  return add(own?.month === month ? own.baseCents : ZERO, ...counted)
}

/** A line with the rule it applies, unless the whole breakdown is under that one. */
function under(
  { rule: settles, ...line }: ContributionLine,
  own: ContributionRule | null,
  ofBreakdown: ContributionRule | null,
): ContributionLine {
  const rule = settles ?? own
  assert(rule !== null, 'a line of a settlement names its rule')
  return rule.schemeCode === ofBreakdown?.schemeCode ? line : { ...line, rule }
}

/**
 * Due minus taken, reason by reason; what was taken in full disappears. Slices that are due and were not
 * counted before stay apart, so that each says its own sum.
 */
function difference(
  due: readonly ContributionLine[],
  taken: readonly ContributionLine[],
): ContributionLine[] {
  const counted = [...taken]
  const owed = due.filter((line) => !takesOut(counted, line))
  const settled = new Set<string>()
  const left = [...owed, ...counted].flatMap((line) => {
    const reason = reasonOf(line)
    const already = counted.filter((one) => reasonOf(one) === reason)
    if (already.length === 0) return line
    if (settled.has(reason)) return []
    settled.add(reason)
    return settle(
      line,
      owed.filter((one) => reasonOf(one) === reason),
      already,
    )
  })
  return left.filter((line) => line.amountCents !== ZERO || line.kind === 'exempt')
}

/** A slice that was counted as it is due says nothing new. */
function takesOut(counted: ContributionLine[], line: ContributionLine): boolean {
  if (line.kind !== 'tier') return false
  const index = counted.findIndex(
    (one) =>
      one.kind === 'tier' &&
      reasonOf(one) === reasonOf(line) &&
      one.fromCents === line.fromCents &&
      one.toCents === line.toCents &&
      one.amountCents === line.amountCents,
  )
  if (index === -1) return false
  counted.splice(index, 1)
  return true
}

function settle(
  line: ContributionLine,
  owed: readonly ContributionLine[],
  counted: readonly ContributionLine[],
): ContributionLine {
  const takenCents = sumCents(counted.map((one) => one.amountCents))
  const dueCents = sumCents(owed.map((one) => one.amountCents))
  const amountCents = subtract(dueCents, takenCents)
  return line.kind === 'tier' ? { ...line, amountCents, takenCents } : { ...line, amountCents }
}

function reasonOf(line: ContributionLine): string {
  const reason = line.kind === 'tier' ? `tier ${line.rateBp}` : line.kind
  return `${reason} ${line.rule?.schemeCode ?? ''}`
}
