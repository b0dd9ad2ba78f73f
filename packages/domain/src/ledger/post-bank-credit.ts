import { assert } from '../assert.ts'
import { add, type Cents, negate, subtract, ZERO } from '../money/cents.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { YearMonth } from '../time/year-month.ts'
import { isActivityAccount } from './account.ts'
import { activityBalance, assertBalanced, type Posting, type PostingLine } from './posting.ts'

/** What the bank did with a sale in a foreign currency. Euro cents; a refund has negative amounts. */
export type BankCredit = {
  /** What the customer owed at the rate of the declaration, VAT included. */
  readonly declaredCents: Cents
  /** What the account of the cooperative received. */
  readonly creditedCents: Cents
  /** What the bank kept for itself. Never negative. */
  readonly feeCents: Cents
}

/** Where the difference comes from: both are what they add to the account of the activity. */
export type BankGap = { readonly exchangeCents: Cents; readonly feeCents: Cents }

/**
 * The difference between what was declared and what came, in two parts: the bank's own rate, then its
 * fees. Declared 1,143.37 €, credited 1,120.00 € after 15.00 € of fees: the rate took 8.37 €.
 */
export function bankGap({ declaredCents, creditedCents, feeCents }: BankCredit): BankGap {
  assert(feeCents >= ZERO, 'a bank takes fees')
  const exchangeCents = subtract(add(creditedCents, feeCents), declaredCents)
  return { exchangeCents, feeCents: negate(feeCents) }
}

/**
 * Whether the amounts can be of the same sale: before its fees the bank gave between half and twice
 * what was declared. Anything else was typed in another currency, or is part of the payment only.
 */
export function isBelievableCredit({
  declaredCents,
  creditedCents,
  feeCents,
}: BankCredit): boolean {
  const sign = declaredCents < ZERO ? -1n : 1n
  const declared = declaredCents * sign
  const exchanged = (creditedCents + feeCents) * sign
  return feeCents >= ZERO && exchanged * 2n >= declared && exchanged <= declared * 2n
}

/** What the sentence of a line says besides the amounts: which sale. */
export type CreditedSale = {
  readonly month: YearMonth
  readonly soldOn: LocalDate
  readonly creditedOn: LocalDate
  readonly currency: string
  /** In minor units of its currency. */
  readonly amountMinor: bigint
}

/**
 * The entries of a bank difference: fees (627), exchange loss (666) or gain (766) of the activity, against
 * what the customer still seems to owe. Revenue and contribution stay what they were. A credit that is
 * exactly what was declared gives a posting without lines.
 */
export function postBankCredit(input: {
  activityId: string
  /** The month it is booked in: that of the declaration, or the first open one. */
  month: YearMonth
  credit: BankCredit
  sale: CreditedSale
}): Posting {
  const { activityId, month, credit, sale } = input
  assert(month >= sale.month, 'a bank difference is booked in the month of the sale or later')
  const { exchangeCents, feeCents } = bankGap(credit)
  const labelParams = {
    month: sale.month,
    soldOn: sale.soldOn,
    creditedOn: sale.creditedOn,
    currency: sale.currency,
    amountMinor: String(sale.amountMinor),
    declaredCents: String(credit.declaredCents),
    exchangedCents: String(add(credit.creditedCents, credit.feeCents)),
    feeCents: String(credit.feeCents),
  }
  const effect = add(exchangeCents, feeCents)
  const isGain = exchangeCents > ZERO
  const drafts: Pick<PostingLine, 'accountKind' | 'amountCents' | 'labelKey'>[] = [
    {
      accountKind: isGain ? 'activity_exchange_gain' : 'activity_exchange_loss',
      amountCents: negate(exchangeCents),
      labelKey: isGain ? 'ledger.line.exchange-gain' : 'ledger.line.exchange-loss',
    },
    {
      accountKind: 'activity_bank_fee',
      amountCents: negate(feeCents),
      labelKey: 'ledger.line.bank-fee',
    },
    { accountKind: 'customers', amountCents: effect, labelKey: 'ledger.line.customers-bank' },
  ]
  const lines = drafts
    .filter((draft) => draft.amountCents !== ZERO)
    .map((draft) => ({
      ...draft,
      activityId: isActivityAccount(draft.accountKind) ? activityId : null,
      labelParams,
    }))
  assert(activityBalance(lines, activityId) === effect, 'the account moves by the difference')
  return lines.length === 0
    ? { kind: 'bank', month, lines }
    : assertBalanced({ kind: 'bank', month, lines })
}
