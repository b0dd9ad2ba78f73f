import {
  type ContributionBreakdown,
  type ContributionLine,
  computeContribution,
} from '../contributions/compute.ts'
import type { ContributionScheme } from '../contributions/scheme.ts'
import { add, type Cents, negate, sumCents, ZERO } from '../money/cents.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { YearMonth } from '../time/year-month.ts'
import type { BreakdownTotals } from './breakdown.ts'

/** What an acceptance that still stands counted and took, for the month it speaks of. */
export type TakenContribution = {
  readonly month: YearMonth
  readonly schemeCode: string
  readonly baseCents: Cents
  readonly lines: readonly ContributionLine[]
}

/**
 * `baseCents` is what this declaration adds to its month; `carriedBaseCents` the base of the year
 * from before the first month kept; `taken` the other acceptances of the calendar year.
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
 * owes the difference, which is negative when a refund lowers the base. With tiers on the year, the
 * other months already accepted are settled too, so that the year adds up whatever the order.
 */
export function contributionStillDue(input: StillDueInput): ContributionBreakdown {
  const { scheme, month, taken } = input
  const settled = monthsToSettle(input)
  const dues = settled.map((settledMonth) => dueFor(input, settledMonth))
  const already = taken.filter((one) => settled.includes(one.month))
  const [own] = dues
  const left = difference(
    dues.flatMap((due) => due.lines),
    already.flatMap((one) => one.lines),
  )
  // That another month is exempt says nothing of this one, and would exempt it when the year is settled again.
  const isExempt = own?.lines.some((line) => line.kind === 'exempt') ?? false
  const lines = left.filter((line) => isExempt || line.kind !== 'exempt')
  return {
    schemeCode: scheme.code,
    decidedOn: scheme.decidedOn,
    base: scheme.base,
    period: scheme.period,
    baseCents: own?.baseCents ?? baseOf(input, month),
    lines,
    totalCents: sumCents(lines.map((line) => line.amountCents)),
  }
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
 * The month itself first. With tiers on the year, every other month under the same scheme too: what one
 * acceptance settled for another month is then never settled twice.
 */
function monthsToSettle({ scheme, month, taken }: StillDueInput): YearMonth[] {
  if (scheme.period === 'month') return [month]
  const others = taken
    .filter((one) => one.month !== month && one.schemeCode === scheme.code)
    .map((one) => one.month)
  return [month, ...[...new Set(others)].sort()]
}

function dueFor(input: StillDueInput, month: YearMonth): ContributionBreakdown {
  const before = input.taken.filter((one) => one.month < month).map((one) => one.baseCents)
  const own = input.month < month ? input.baseCents : ZERO
  // A month that was accepted as exempt stays so, and the others stay due.
  const ofMonth = input.taken.filter((one) => one.month === month)
  const wasExempt = ofMonth.some((one) => one.lines.some((line) => line.kind === 'exempt'))
  return computeContribution({
    scheme: input.scheme,
    month,
    contractStartedOn: input.contractStartedOn,
    hasExemptStatus: month === input.month ? input.hasExemptStatus : wasExempt,
    baseCents: baseOf(input, month),
    yearBaseBeforeCents: add(input.carriedBaseCents, own, ...before),
  })
}

function baseOf({ taken, baseCents, month: ownMonth }: StillDueInput, month: YearMonth): Cents {
  const counted = taken.filter((one) => one.month === month).map((one) => one.baseCents)
  return add(month === ownMonth ? baseCents : ZERO, ...counted)
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
  const key = line.kind === 'tier' ? `tier ${line.rateBp}` : line.kind
  const known = left.get(key)
  const amountCents = known === undefined ? amount : add(known.amountCents, amount)
  left.set(key, { ...(known ?? line), amountCents })
}
