import { assert } from '../assert.ts'
import {
  type ContributionBreakdown,
  type ContributionLine,
  type ContributionRule,
  computeContribution,
  ruleOf,
  takenAboveMinimum,
  takenOnCarriedBase,
} from '../contributions/compute.ts'
import { type ContributionScheme, spansYear } from '../contributions/scheme.ts'
import { add, type Cents, negate, sumCents, ZERO } from '../money/cents.ts'
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
 * `baseCents` is what this declaration adds to its month; `carriedBaseCents` the base of the year
 * from before the first month kept; `taken` the other acceptances of the calendar year, those of one
 * month in the order in which they were accepted.
 */
export type StillDueInput = {
  readonly scheme: ContributionScheme
  readonly month: YearMonth
  readonly contractStartedOn: LocalDate
  /** Whether a status of the person exempts in this month. */
  readonly hasExemptStatus: boolean
  readonly baseCents: Cents
  readonly carriedBaseCents: Cents
  readonly taken: readonly TakenContribution[]
}

/**
 * The contribution that a declaration owes once what was already taken for its month is counted:
 * due on the whole base of the month, minus taken. A first declaration owes all of it; a late one
 * owes the difference, which is negative when a refund lowers the base. With tiers on the year, or when
 * a negative base is given back, the other months already accepted are settled too, each under its own
 * scheme, so that the year adds up whatever the order, also when another decision took over within it.
 */
export function contributionStillDue(input: StillDueInput): ContributionBreakdown {
  const { scheme, month, taken } = input
  const settled = monthsToSettle(input)
  const dues = duesOf(input, settled)
  const already = taken.filter((one) => settled.includes(one.month))
  const rule = ruleOf(scheme, baseOf(input, month))
  const left = difference(
    dues.flatMap(({ lines, totalCents: _, ...own }) => lines.map((line) => under(line, own, rule))),
    already.flatMap((one) =>
      one.lines.map((line) => under(line, ruleOf(one.scheme, one.baseCents), rule)),
    ),
  )
  // That another month is exempt says nothing of this one, and would exempt it when the year is settled again.
  const isExempt = saysExempt(dues.slice(0, 1))
  const lines = left.filter(
    (line) => line.kind !== 'exempt' || (isExempt && line.rule === undefined),
  )
  return { ...rule, lines, totalCents: sumCents(lines.map((line) => line.amountCents)) }
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
 * The month itself first. When its scheme or that of another month spans the year, every other month too:
 * what one acceptance settled for another month is then never settled twice.
 */
function monthsToSettle({ scheme, month, taken }: StillDueInput): YearMonth[] {
  const isAlone = ![scheme, ...taken.map((one) => one.scheme)].some(spansYear)
  if (isAlone) return [month]
  const others = taken.filter((one) => one.month !== month).map((one) => one.month)
  return [month, ...[...new Set(others)].sort()]
}

/** What the months owe, in the order in which they are given; each sees those that came before it. */
function duesOf(input: StillDueInput, months: readonly YearMonth[]): ContributionBreakdown[] {
  const dues = new Map<YearMonth, ContributionBreakdown>()
  let yearTakenBeforeCents: Cents | null = null
  for (const month of months.toSorted()) {
    const { contractStartedOn, carriedBaseCents } = input
    const rule = month === input.month ? input : asAccepted(input, month)
    const { scheme, hasExemptStatus } = rule
    yearTakenBeforeCents ??= takenOnCarriedBase(scheme, carriedBaseCents)
    const before = input.taken.filter((one) => one.month < month).map((one) => one.baseCents)
    const own = input.month < month ? input.baseCents : ZERO
    const due = computeContribution({
      month,
      contractStartedOn,
      scheme,
      hasExemptStatus,
      baseCents: baseOf(input, month),
      yearBaseBeforeCents: add(carriedBaseCents, own, ...before),
      yearTakenBeforeCents,
    })
    yearTakenBeforeCents = add(yearTakenBeforeCents, takenAboveMinimum(scheme, due))
    dues.set(month, due)
  }
  return months.flatMap((month) => dues.get(month) ?? [])
}

/**
 * Another month keeps the rule that it was last accepted under: its scheme, and whether it was exempt, by
 * its status or by the age of the contract, which no later acceptance decides again.
 */
function asAccepted({ taken }: StillDueInput, month: YearMonth) {
  const last = taken.findLast((one) => one.month === month)
  assert(last !== undefined, 'a month that is settled was accepted')
  return { scheme: { ...last.scheme, exemptMonths: 0 }, hasExemptStatus: saysExempt([last]) }
}

function saysExempt(contributions: readonly Pick<ContributionBreakdown, 'lines'>[]): boolean {
  return contributions.some(({ lines }) => lines.some((line) => line.kind === 'exempt'))
}

function baseOf({ taken, baseCents, month: ownMonth }: StillDueInput, month: YearMonth): Cents {
  const counted = taken.filter((one) => one.month === month).map((one) => one.baseCents)
  return add(month === ownMonth ? baseCents : ZERO, ...counted)
}

/** A line with the rule it applies, unless the whole breakdown is under that one. */
function under(
  { rule: settles, ...line }: ContributionLine,
  own: ContributionRule,
  ofBreakdown: ContributionRule,
): ContributionLine {
  const rule = settles ?? own
  return rule.schemeCode === ofBreakdown.schemeCode ? line : { ...line, rule }
}

/** Due minus taken, reason by reason; what was taken in full disappears. */
function difference(
  due: readonly ContributionLine[],
  taken: readonly ContributionLine[],
): ContributionLine[] {
  const left = new Map<string, ContributionLine>()
  for (const line of due) merge(left, line, line.amountCents)
  for (const line of taken) merge(left, line, negate(line.amountCents))
  return [...left.values()].filter((line) => line.amountCents !== ZERO || line.kind === 'exempt')
}

/** The slice that is shown is the one of the month itself, which comes first. */
function merge(left: Map<string, ContributionLine>, line: ContributionLine, amount: Cents): void {
  const reason = line.kind === 'tier' ? `tier ${line.rateBp}` : line.kind
  const key = `${reason} ${line.rule?.schemeCode ?? ''}`
  const known = left.get(key)
  const amountCents = known === undefined ? amount : add(known.amountCents, amount)
  left.set(key, { ...(known ?? line), amountCents })
}
