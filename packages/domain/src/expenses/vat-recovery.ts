import { type DatedParameter, valueOn } from '../legal/dated-parameter.ts'
import { type Cents, subtract } from '../money/cents.ts'
import { applyRateHalfUp, type RateBp, rateBp } from '../money/rate.ts'
import { type LocalDate, localDate } from '../time/local-date.ts'

/** Kinds of expenses, as far as their VAT or their place in the margin differs. */
export const EXPENSE_CATEGORIES = [
  'supplies',
  'production_purchase',
  'restaurant',
  'toll',
  'parking',
  'electricity',
  'car_fuel',
  'van_fuel',
  'phone',
  'hotel',
  'train',
  'plane',
  'taxi',
  'insurance',
  'other',
] as const

export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number]

/** The codes that French spreadsheets use for the same categories. */
export const EXPENSE_CATEGORY_BY_FRENCH_CODE: Readonly<Record<string, ExpenseCategory>> = {
  fournitures: 'supplies',
  achats_production: 'production_purchase',
  restaurant: 'restaurant',
  peage: 'toll',
  parking: 'parking',
  electricite: 'electricity',
  carburant_vp: 'car_fuel',
  carburant_utilitaire: 'van_fuel',
  telephone: 'phone',
  hotel: 'hotel',
  train: 'train',
  avion: 'plane',
  taxi: 'taxi',
  assurance: 'insurance',
  autre: 'other',
}

/** The part of a phone bill that is professional: the cooperative decides it. */
export type VatRecoverySettings = { readonly phoneShareBp: RateBp }

/** Whether a text is one of the categories. */
export function isExpenseCategory(text: string): text is ExpenseCategory {
  return EXPENSE_CATEGORIES.some((category) => category === text)
}

/** Whether the category counts among production purchases, which the gross margin leaves out. */
export function isProductionPurchase(category: ExpenseCategory): boolean {
  return category === 'production_purchase'
}

/**
 * The share of the VAT of an expense that the cooperative gets back, in basis points. The
 * invoice must be in the cooperative's name. Throws on a day before the first known rule.
 */
export function recoverableShareBp(
  category: ExpenseCategory,
  settings: VatRecoverySettings,
  onDate: LocalDate,
): RateBp {
  if (category === 'phone') return settings.phoneShareBp
  return valueOn(SHARES[category], onDate).value
}

/**
 * Whether the VAT of a receipt matters at all: where none of it ever comes back, as for a train, a hotel
 * or an insurance, nobody has to look for it. The share of a phone bill is a setting, so it is asked.
 */
export function isVatWorthAsking(category: ExpenseCategory, onDate: LocalDate): boolean {
  return category === 'phone' || valueOn(SHARES[category], onDate).value > NONE
}

/**
 * In whose name a receipt is: the cooperative's, the person's own, or nobody's (a till receipt). Empty
 * when nobody asked, as in what was declared before the question existed: staff read the receipt.
 */
export const RECEIPT_NAMES = ['cooperative', 'own', 'none'] as const
export type ReceiptName = (typeof RECEIPT_NAMES)[number] | ''

/** Up to this price without VAT, a restaurant bill that the customer completes is tolerated [S30]. */
const UNNAMED_MEAL_MOST = 15_000n

/**
 * Whether the VAT of a receipt can be recovered at all: the cooperative is the taxable person, so the
 * invoice is in its name (CGI art. 271 and 289). A restaurant bill without a name is tolerated up to
 * 150 € before VAT.
 */
export function isVatRecoverable(
  expense: Pick<ExpenseInput, 'grossCents' | 'vatCents' | 'category' | 'receiptName'>,
): boolean {
  const { receiptName = '', category } = expense
  if (receiptName === 'own') return false
  if (receiptName !== 'none') return true
  const netCents = subtract(expense.grossCents, expense.vatCents)
  return category === 'restaurant' && netCents <= UNNAMED_MEAL_MOST
}

/** An expense to cost. `vatCents` is the VAT printed on the receipt, `grossCents` what was paid. */
export type ExpenseInput = {
  readonly grossCents: Cents
  readonly vatCents: Cents
  readonly category: ExpenseCategory
  readonly phoneShareBp: RateBp
  readonly on: LocalDate
  readonly receiptName?: ReceiptName
}

/** What comes back from the State, and what stays on the activity; they sum to the gross. */
export type ExpenseAmounts = { readonly recoverableVatCents: Cents; readonly costCents: Cents }

/** Splits an expense: recoverable VAT rounded half up per receipt, the rest is the cost. */
export function expenseAmounts(expense: ExpenseInput): ExpenseAmounts {
  const settings = { phoneShareBp: expense.phoneShareBp }
  const share = isVatRecoverable(expense)
    ? recoverableShareBp(expense.category, settings, expense.on)
    : NONE
  const recoverableVatCents = applyRateHalfUp(expense.vatCents, share)
  return { recoverableVatCents, costCents: subtract(expense.grossCents, recoverableVatCents) }
}

const ALL = rateBp(10_000n)
const NONE = rateBp(0n)

function since(from: string, value: RateBp, source: string): DatedParameter<RateBp> {
  return [{ from: localDate(from), value, source }]
}

// The general right to deduct, then its exclusions (CGI, annexe II, article 206 IV, written by the
// décret 2007-566, in force since 1 January 2008).
const FULL = since('2008-01-01', ALL, 'CGI art. 271; annexe II art. 205')
const LODGING = since('2008-01-01', NONE, 'CGI annexe II art. 206 IV 2 2°: lodging of staff')
const PASSENGERS = since('2008-01-01', NONE, 'CGI annexe II art. 206 IV 2 5°: passenger transport')

const SHARES: Readonly<Record<Exclude<ExpenseCategory, 'phone'>, DatedParameter<RateBp>>> = {
  supplies: FULL,
  production_purchase: FULL,
  restaurant: FULL,
  toll: FULL,
  parking: FULL,
  electricity: FULL,
  // Petrol caught up with diesel, year after year, on 1 January 2022.
  car_fuel: since('2022-01-01', rateBp(8_000n), 'CGI art. 298, 4, 1°: fuel of passenger cars'),
  van_fuel: since('2022-01-01', ALL, 'CGI art. 298, 4, 1°: fuel of other vehicles'),
  hotel: LODGING,
  train: PASSENGERS,
  plane: PASSENGERS,
  taxi: PASSENGERS,
  insurance: since('2008-01-01', NONE, 'CGI art. 261 C: insurance bears no VAT'),
  other: FULL,
}
