import type { ExpenseCategory, ReceiptName } from '../expenses/vat-recovery.ts'
import { add, type Cents, maxCents, sumCents, ZERO } from '../money/cents.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LocalDate } from '../time/local-date.ts'
import { monthOf, type YearMonth } from '../time/year-month.ts'

export const FLAG_CODES = [
  'recap-not-exactly',
  'recap-refused',
  'receipt-missing-over',
  'receipt-in-own-name',
  'expense-above-ceiling',
  'three-times-usual',
  'same-amount-same-day',
  'date-outside-month',
  'new-currency',
  'cash-at-hand',
  'negative-sale',
] as const
export type FlagCode = (typeof FLAG_CODES)[number]

/** Something staff should look at; it never blocks. `lineId` is null for the whole declaration. */
export type Flag = {
  readonly code: FlagCode
  readonly lineId: string | null
  readonly params: Readonly<Record<string, string>>
}

/** `hasReceipt` is null when none is expected. `isCashAtHand`: cash not yet handed over. */
export type FlaggedSale = {
  readonly id: string
  readonly on: LocalDate
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
  readonly amountCents: Cents
  readonly hasReceipt: boolean | null
  readonly isCashAtHand: boolean
}

export type FlaggedExpense = {
  readonly id: string
  readonly on: LocalDate
  readonly grossCents: Cents
  readonly hasReceipt: boolean | null
  readonly category?: ExpenseCategory
  readonly receiptName?: ReceiptName
}

export type FlaggedDeclaration = {
  readonly month: YearMonth
  readonly sales: readonly FlaggedSale[]
  readonly expenses: readonly FlaggedExpense[]
  /** What the person answered about lines that staff typed; null when nothing is disputed. */
  readonly dispute?: {
    readonly answer: 'not_exactly' | 'no'
    readonly lineId: string | null
  } | null
}

/**
 * What is usual for this person: `usualSalesCents` is the median of their last months, null when
 * there is no history; `knownCurrencies` are those of their earlier months.
 */
export type FlagContext = {
  readonly receiptThresholdCents: Cents
  readonly usualSalesCents: Cents | null
  readonly knownCurrencies: readonly CurrencyCode[]
  /** What the cooperative pays back at most for one expense, by category; none decided: no ceiling. */
  readonly ceilings?: Partial<Readonly<Record<ExpenseCategory, Cents>>>
}

/**
 * The flags of a declaration, in the order of `FLAG_CODES`, then of the lines.
 * - recap-not-exactly, recap-refused: the person does not agree with what staff typed for them.
 * - receipt-missing-over: a receipt is missing above the threshold (strictly).
 * - receipt-in-own-name: its VAT cannot be recovered, and the claim may be refused.
 * - expense-above-ceiling: more than the cooperative decided to pay back for one expense.
 * - three-times-usual: sales reach three times what is usual.
 * - same-amount-same-day: the same amount twice on one day, among sales or among expenses.
 * - date-outside-month: a line is dated in another month.
 * - new-currency: a currency other than the euro that this person never declared.
 * - cash-at-hand: cash still with the person, summed for the declaration.
 * - negative-sale: a refund.
 */
export function flagsFor(declaration: FlaggedDeclaration, context: FlagContext): Flag[] {
  return [
    ...disputes(declaration),
    ...missingReceipts(declaration, context),
    ...ownNames(declaration),
    ...aboveCeilings(declaration, context),
    ...threeTimesUsual(declaration, context),
    ...sameAmountSameDay(declaration),
    ...outsideMonth(declaration),
    ...newCurrencies(declaration, context),
    ...cashAtHand(declaration),
    ...negativeSales(declaration),
  ]
}

function disputes({ dispute }: FlaggedDeclaration): Flag[] {
  if (dispute === undefined || dispute === null) return []
  const code = dispute.answer === 'no' ? 'recap-refused' : 'recap-not-exactly'
  return [flag(code, dispute.lineId, {})]
}

function missingReceipts({ sales, expenses }: FlaggedDeclaration, context: FlagContext): Flag[] {
  const threshold = context.receiptThresholdCents
  const lines = [
    ...sales.map((sale) => ({ ...sale, cents: sale.amountCents })),
    ...expenses.map((expense) => ({ ...expense, cents: expense.grossCents })),
  ]
  return lines
    .filter((line) => line.hasReceipt === false && line.cents > threshold)
    .map((line) => flag('receipt-missing-over', line.id, { thresholdCents: String(threshold) }))
}

function ownNames({ expenses }: FlaggedDeclaration): Flag[] {
  return expenses
    .filter((expense) => expense.receiptName === 'own')
    .map((expense) => flag('receipt-in-own-name', expense.id, {}))
}

function aboveCeilings({ expenses }: FlaggedDeclaration, { ceilings = {} }: FlagContext): Flag[] {
  return expenses.flatMap(({ id, category, grossCents }) => {
    const ceiling = category === undefined ? undefined : ceilings[category]
    if (ceiling === undefined || grossCents <= ceiling) return []
    return [flag('expense-above-ceiling', id, { ceilingCents: String(ceiling) })]
  })
}

function threeTimesUsual({ sales }: FlaggedDeclaration, { usualSalesCents }: FlagContext): Flag[] {
  if (usualSalesCents === null || usualSalesCents <= ZERO) return []
  const totalCents = sumCents(sales.map((sale) => sale.amountCents))
  if (totalCents < add(usualSalesCents, usualSalesCents, usualSalesCents)) return []
  const params = { totalCents: String(totalCents), usualCents: String(usualSalesCents) }
  return [flag('three-times-usual', null, params)]
}

function sameAmountSameDay({ sales, expenses }: FlaggedDeclaration): Flag[] {
  const saleKey = (sale: FlaggedSale) => `${sale.on} ${sale.amountMinor} ${sale.currency}`
  const expenseKey = (expense: FlaggedExpense) => `${expense.on} ${expense.grossCents}`
  return [...repeated(sales, saleKey), ...repeated(expenses, expenseKey)].map((line) =>
    flag('same-amount-same-day', line.id, { on: line.on }),
  )
}

/** Every line whose key an earlier line already has: the first one is not suspect. */
function repeated<Line>(lines: readonly Line[], keyOf: (line: Line) => string): Line[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const key = keyOf(line)
    const isRepeated = seen.has(key)
    seen.add(key)
    return isRepeated
  })
}

function outsideMonth({ month, sales, expenses }: FlaggedDeclaration): Flag[] {
  return [...sales, ...expenses]
    .filter((line) => monthOf(line.on) !== month)
    .map((line) => flag('date-outside-month', line.id, { on: line.on, month }))
}

function newCurrencies({ sales }: FlaggedDeclaration, { knownCurrencies }: FlagContext): Flag[] {
  const known = new Set<CurrencyCode>(['EUR', ...knownCurrencies])
  return sales
    .filter((sale) => !known.has(sale.currency))
    .map((sale) => flag('new-currency', sale.id, { currency: sale.currency }))
}

function cashAtHand({ sales }: FlaggedDeclaration): Flag[] {
  const cash = sales.filter((sale) => sale.isCashAtHand)
  const cashCents = maxCents(sumCents(cash.map((sale) => sale.amountCents)), ZERO)
  return cashCents > ZERO ? [flag('cash-at-hand', null, { cashCents: String(cashCents) })] : []
}

function negativeSales({ sales }: FlaggedDeclaration): Flag[] {
  return sales
    .filter((sale) => sale.amountMinor < 0n)
    .map((sale) => flag('negative-sale', sale.id, { amountCents: String(sale.amountCents) }))
}

function flag(code: FlagCode, lineId: string | null, params: Flag['params']): Flag {
  return { code, lineId, params }
}
