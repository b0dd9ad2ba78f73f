import { assert } from '../assert.ts'
import {
  type ContributionBreakdown,
  carriedYear,
  computeContribution,
} from '../contributions/compute.ts'
import type { ContributionScheme } from '../contributions/scheme.ts'
import { mileageAllowance } from '../expenses/mileage.ts'
import type { MileageVehicle } from '../expenses/mileage-scale.ts'
import {
  type ExpenseAmounts,
  type ExpenseCategory,
  expenseAmounts,
  isProductionPurchase,
  type ReceiptName,
} from '../expenses/vat-recovery.ts'
import { add, type Cents, negate, subtract, sumCents, ZERO } from '../money/cents.ts'
import { type CurrencyCode, convertToEuroHalfUp } from '../money/currency.ts'
import type { RateBp } from '../money/rate.ts'
import { type AmountKind, type SaleAmounts, saleAmounts } from '../sales/vat.ts'
import type { LocalDate } from '../time/local-date.ts'
import { firstDay, type YearMonth, yearOf } from '../time/year-month.ts'

/** A sale as declared: minor units of its currency, negative for a refund. EUR: rate "1". */
export type SaleLineInput = {
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
  readonly unitsPerEuro: string
  readonly amountKind: AmountKind
  readonly vatRateBp: RateBp
}

/** An expense in euro cents, VAT included, with the VAT printed on its receipt. */
export type ExpenseLineInput = {
  readonly grossCents: Cents
  readonly vatCents: Cents
  readonly category: ExpenseCategory
  readonly receiptName?: ReceiptName
}

/** A distance: `kmBefore` is what this vehicle drove for work earlier in the calendar year. */
export type TripLineInput = {
  readonly km: number
  readonly kmBefore: number
  /** What they were paid, when other months were accepted in another order. */
  readonly paidBeforeCents?: Cents
  readonly fiscalHorsepower: number
  /** A car unless said otherwise. */
  readonly vehicle?: MileageVehicle
  readonly electric?: boolean
}

/** What a month is computed from. Nothing else: same input, same figures, for ever. */
export type BreakdownInput = {
  readonly month: YearMonth
  readonly sales: readonly SaleLineInput[]
  readonly expenses: readonly ExpenseLineInput[]
  readonly trips: readonly TripLineInput[]
  readonly scheme: ContributionScheme
  readonly contract: {
    /** Whether a CAPE covers a day of the month: a month that has begun counts whole. */
    readonly hasCape: boolean
    readonly startedOn: LocalDate
    readonly hasExemptStatus: boolean
  }
  readonly yearBaseBeforeCents: Cents
  readonly settings: BreakdownSettings
  /** Net money collected in the month; required by a scheme whose base is 'collected'. */
  readonly collectedCents?: Cents
}

/** Settings of the cooperative in force for the month. */
export type BreakdownSettings = {
  /** The monthly accident cover that is re-billed to a CAPE (CSS D412-99). */
  readonly accidentCoverCents: Cents
  readonly phoneShareBp: RateBp
}

/** The figures of a month, in euro cents; costs are positive. */
export type BreakdownTotals = {
  readonly month: YearMonth
  /** Net of VAT: what the activity earned. */
  readonly revenueCents: Cents
  readonly outputVatCents: Cents
  readonly inputVatCents: Cents
  readonly productionPurchaseCents: Cents
  /** Every other cost of the activity, kilometres included. */
  readonly otherExpenseCents: Cents
  /** The part of `otherExpenseCents` that pays kilometres. */
  readonly mileageCents: Cents
  readonly contribution: ContributionBreakdown
  readonly accidentCoverCents: Cents
  /** What the month adds to the activity account. */
  readonly movementCents: Cents
  /** No sale was declared: an explicit zero, which is not the same as no declaration. */
  readonly isNil: boolean
}

/** One entry per input line, in the same order. */
export type BreakdownLines = {
  readonly sales: readonly (SaleAmounts & { readonly amountCents: Cents })[]
  readonly expenses: readonly ExpenseAmounts[]
  readonly tripCents: readonly Cents[]
}

export type Breakdown = BreakdownTotals & { readonly lines: BreakdownLines }

/**
 * The full figures of a month. Each sale is converted once, then split from its VAT; each receipt
 * gives back its own VAT; kilometres follow the scale of the year; the contribution is taken on
 * what its scheme says; a CAPE is re-billed the accident cover.
 * movement = revenue - contribution - production purchases - other expenses - accident cover.
 */
export function computeBreakdown(input: BreakdownInput): Breakdown {
  const lines = computeLines(input)
  const revenueCents = sumCents(lines.sales.map((sale) => sale.netCents))
  const productionPurchaseCents = sumExpenses(input, lines, isProductionPurchase)
  const mileageCents = sumCents(lines.tripCents)
  const isOther = (category: ExpenseCategory) => !isProductionPurchase(category)
  const otherExpenseCents = add(sumExpenses(input, lines, isOther), mileageCents)
  const accidentCoverCents = input.contract.hasCape ? input.settings.accidentCoverCents : ZERO
  const contribution = computeContribution({
    scheme: input.scheme,
    month: input.month,
    contractStartedOn: input.contract.startedOn,
    hasExemptStatus: input.contract.hasExemptStatus,
    baseCents: contributionBase(input, lines, { revenueCents, mileageCents }),
    year: carriedYear(input.scheme, input.yearBaseBeforeCents),
  })
  const costs = [
    contribution.totalCents,
    productionPurchaseCents,
    otherExpenseCents,
    accidentCoverCents,
  ]
  return {
    month: input.month,
    revenueCents,
    outputVatCents: sumCents(lines.sales.map((sale) => sale.vatCents)),
    inputVatCents: sumCents(lines.expenses.map((expense) => expense.recoverableVatCents)),
    productionPurchaseCents,
    otherExpenseCents,
    mileageCents,
    contribution,
    accidentCoverCents,
    movementCents: add(revenueCents, ...costs.map(negate)),
    isNil: input.sales.length === 0,
    lines,
  }
}

function computeLines(input: BreakdownInput): BreakdownLines {
  const { phoneShareBp } = input.settings
  const on = firstDay(input.month)
  return {
    sales: input.sales.map(saleFigures),
    expenses: input.expenses.map((line) => expenseAmounts({ ...line, phoneShareBp, on })),
    tripCents: input.trips.map((trip) =>
      mileageAllowance({ vehicle: 'car', ...trip, year: yearOf(input.month) }),
    ),
  }
}

/** One line of sale in euros: converted once, then split from its VAT. Made for previews too. */
export function saleFigures(line: SaleLineInput): SaleAmounts & { readonly amountCents: Cents } {
  const amountCents = convertToEuroHalfUp({
    minorUnits: line.amountMinor,
    currency: line.currency,
    unitsPerEuro: line.unitsPerEuro,
  })
  const { amountKind, vatRateBp } = line
  return { amountCents, ...saleAmounts({ amountCents, amountKind, vatRateBp }) }
}

function sumExpenses(
  { expenses }: BreakdownInput,
  lines: BreakdownLines,
  isCounted: (category: ExpenseCategory) => boolean,
): Cents {
  const costs = expenses.map((expense, index) => {
    const amounts = lines.expenses[index]
    assert(amounts !== undefined, 'each expense has its amounts')
    return isCounted(expense.category) ? amounts.costCents : ZERO
  })
  return sumCents(costs)
}

/** What the scheme counts, less the costs that it takes out. */
function contributionBase(
  input: BreakdownInput,
  lines: BreakdownLines,
  { revenueCents, mileageCents }: { revenueCents: Cents; mileageCents: Cents },
): Cents {
  const { base, deductedCosts } = input.scheme
  const isDeducted = (category: ExpenseCategory) =>
    deductedCosts.includes(category) || (base === 'gross_margin' && isProductionPurchase(category))
  const kilometres = deductedCosts.includes('mileage') ? mileageCents : ZERO
  const counted = base === 'collected' ? input.collectedCents : revenueCents
  assert(counted !== undefined, 'this scheme needs the money collected')
  return subtract(subtract(counted, sumExpenses(input, lines, isDeducted)), kilometres)
}
