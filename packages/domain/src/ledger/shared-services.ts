import { allocate } from '../money/allocate.ts'
import { type Cents, cents, subtract, sumCents, ZERO } from '../money/cents.ts'
import type { FinancialYear } from '../pay/financial-year.ts'
import type { LocalDate } from '../time/local-date.ts'
import { lastDay, monthOf, nextMonth, type YearMonth } from '../time/year-month.ts'

/**
 * What an account of the shared services holds beside what the ledger of activities knows, by its side.
 * `accident_cover`: what the cooperative itself paid for the cover that it re-bills. `contributions_before`:
 * what was taken in months of the year whose books were not kept here yet.
 */
const NATURES = {
  team_pay: 'charge',
  premises: 'charge',
  accountancy: 'charge',
  insurance: 'charge',
  training: 'charge',
  software: 'charge',
  accident_cover: 'charge',
  other_charge: 'charge',
  subsidy: 'resource',
  contributions_before: 'resource',
  other_resource: 'resource',
} as const satisfies Record<string, 'charge' | 'resource'>

export type SharedServicesNature = keyof typeof NATURES
export type SharedServicesSide = 'charge' | 'resource'

/** Every nature, charges first. */
export const SHARED_SERVICES_NATURES: readonly SharedServicesNature[] =
  Object.keys(NATURES).filter(isSharedServicesNature)

/** Whether a text names a nature. */
export function isSharedServicesNature(text: string): text is SharedServicesNature {
  return Object.hasOwn(NATURES, text)
}

/** On which side of the account a line of this nature stands. */
export function sideOfNature(nature: SharedServicesNature): SharedServicesSide {
  return NATURES[nature]
}

export interface SharedServicesLine {
  readonly nature: SharedServicesNature
  /** Positive. */
  readonly amountCents: Cents
}

/** What the closings say: contributions taken from the activities, accident cover re-billed. */
export interface SharedServicesLedger {
  readonly contributionCents: Cents
  readonly accidentCoverCents: Cents
}

type Shared<Line> = Line & {
  /** Part of its side in thousandths, which sum to 1,000; null when a side has no parts (nothing, or a negative one). */
  readonly sharePermille: number | null
}

export interface SharedServicesTotals<Line> {
  readonly contributions: Shared<{ amountCents: Cents }>
  readonly accidentCover: Shared<{ amountCents: Cents }>
  readonly resources: Shared<Line>[]
  readonly charges: Shared<Line>[]
  readonly resourcesCents: Cents
  readonly chargesCents: Cents
  /** What the resources leave once the charges are paid; negative when they do not suffice. */
  readonly resultCents: Cents
}

/**
 * The analytic account of the shared services of a financial year (C. trav. R7331-9): where the resources
 * come from, what they paid for, what is left. Lines keep their order.
 */
export function sharedServicesAccount<Line extends SharedServicesLine>(
  ledger: SharedServicesLedger,
  lines: readonly Line[],
): SharedServicesTotals<Line> {
  const onSide = (side: SharedServicesSide) =>
    lines.filter(({ nature }) => sideOfNature(nature) === side)
  const taken = { amountCents: ledger.contributionCents }
  const rebilled = { amountCents: ledger.accidentCoverCents }
  const entered = onSide('resource')
  const [contributionShare = null, coverShare = null, ...shares] = sharesOf([
    taken,
    rebilled,
    ...entered,
  ])
  const charges = onSide('charge')
  const chargeShares = sharesOf(charges)
  const resourcesCents = sumOf([taken, rebilled, ...entered])
  const chargesCents = sumOf(charges)
  return {
    contributions: { ...taken, sharePermille: contributionShare },
    accidentCover: { ...rebilled, sharePermille: coverShare },
    resources: entered.map((line, n) => ({ ...line, sharePermille: shares[n] ?? null })),
    charges: charges.map((line, n) => ({ ...line, sharePermille: chargeShares[n] ?? null })),
    resourcesCents,
    chargesCents,
    resultCents: subtract(resourcesCents, chargesCents),
  }
}

function sumOf(lines: readonly { amountCents: Cents }[]): Cents {
  return sumCents(lines.map(({ amountCents }) => amountCents))
}

/** Contributions given back may exceed those taken: then parts of a whole would say nothing true. */
function sharesOf(lines: readonly { amountCents: Cents }[]): (number | null)[] {
  if (sumOf(lines) <= ZERO || lines.some(({ amountCents }) => amountCents < ZERO))
    return lines.map(() => null)
  return allocate(
    cents(1_000n),
    lines.map(({ amountCents }) => amountCents),
  ).map(Number)
}

/** Where a month of the financial year stands: books not kept here yet, closed, open, or not begun. */
export type YearMonthState = 'before' | 'closed' | 'open' | 'to-come'

/** Each month of a financial year with its state; `firstOpen`: the oldest month whose books are open. */
export function monthsOfYear(
  { firstMonth, lastMonth }: FinancialYear,
  of: { firstKept: YearMonth; firstOpen: YearMonth; today: LocalDate },
): { month: YearMonth; state: YearMonthState }[] {
  const months: { month: YearMonth; state: YearMonthState }[] = []
  for (let month = firstMonth; month <= lastMonth; month = nextMonth(month))
    months.push({ month, state: stateOf(month, of) })
  return months
}

function stateOf(
  month: YearMonth,
  of: { firstKept: YearMonth; firstOpen: YearMonth; today: LocalDate },
): YearMonthState {
  if (month < of.firstKept) return 'before'
  if (month < of.firstOpen) return 'closed'
  return month > monthOf(of.today) ? 'to-come' : 'open'
}

/** Why an account cannot be given yet. */
export type GivingStop =
  | { readonly code: 'shared-services-year-not-over'; readonly lastDay: LocalDate }
  | { readonly code: 'shared-services-month-open'; readonly month: YearMonth }
  | { readonly code: 'shared-services-no-charge' }

/**
 * What keeps an account from being given: its financial year is not over, one of its months is not closed,
 * or nothing says what the resources paid for. Null: nothing does.
 */
export function whatStopsGiving(of: {
  readonly year: FinancialYear
  readonly months: readonly { month: YearMonth; state: YearMonthState }[]
  readonly chargesCents: Cents
  readonly today: LocalDate
}): GivingStop | null {
  const end = lastDay(of.year.lastMonth)
  if (end >= of.today) return { code: 'shared-services-year-not-over', lastDay: end }
  const open = of.months.find(({ state }) => state === 'open')
  if (open !== undefined) return { code: 'shared-services-month-open', month: open.month }
  return of.chargesCents <= ZERO ? { code: 'shared-services-no-charge' } : null
}

/** The years of a list that no given account covers already: a year that is changed later leaves what was given. */
export function yearsBeside(
  years: readonly FinancialYear[],
  given: readonly FinancialYear[],
): FinancialYear[] {
  return years.filter(
    (year) =>
      !given.some((one) => one.firstMonth <= year.lastMonth && one.lastMonth >= year.firstMonth),
  )
}
