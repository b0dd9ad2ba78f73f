import { assert } from '../assert.ts'
import { type Cents, negate, sumCents, ZERO } from '../money/cents.ts'
import type { YearMonth } from '../time/year-month.ts'
import { type AccountKind, isActivityAccount } from './account.ts'

export const POSTING_KINDS = ['declaration', 'opening', 'reversal', 'pay', 'bank'] as const
export type PostingKind = (typeof POSTING_KINDS)[number]

/** What a label needs to be written in any language: cents, rates and dates as plain text. */
export type LabelParams = Readonly<Record<string, string>>

/** One line: a debit is positive, a credit negative, in euro cents. Never zero. */
export type PostingLine = {
  readonly accountKind: AccountKind
  /** The activity for an activity account; null for an account of the cooperative. */
  readonly activityId: string | null
  readonly amountCents: Cents
  readonly labelKey: LineLabelKey
  readonly labelParams: LabelParams
}

/** A set of lines booked together in one month. It sums to zero, and is never edited. */
export type Posting = {
  readonly kind: PostingKind
  readonly month: YearMonth
  readonly lines: readonly PostingLine[]
}

/** i18n keys of the labels. `ledger.explain.*` has the long form of the same names. */
export type LineLabelKey =
  | 'ledger.line.revenue'
  | 'ledger.line.production-purchase'
  | 'ledger.line.expense'
  | 'ledger.line.mileage'
  | 'ledger.line.contribution-tier'
  | 'ledger.line.contribution-given-back'
  | 'ledger.line.contribution-settled'
  | 'ledger.line.contribution-limit'
  | 'ledger.line.contribution-cap'
  | 'ledger.line.contribution-floor'
  | 'ledger.line.contribution-fixed'
  | 'ledger.line.accident-cover'
  | 'ledger.line.gross-pay'
  | 'ledger.line.employer-contributions'
  | 'ledger.line.bank-fee'
  | 'ledger.line.exchange-loss'
  | 'ledger.line.exchange-gain'
  | 'ledger.line.opening'
  | 'ledger.line.customers'
  | 'ledger.line.customers-bank'
  | 'ledger.line.output-vat'
  | 'ledger.line.input-vat'
  | 'ledger.line.suppliers'
  | 'ledger.line.net-pay'
  | 'ledger.line.social-bodies'
  | 'ledger.line.shared-services'
  | 'ledger.line.accident-cover-rebilled'
  | 'ledger.line.opening-counterpart'

/** Throws unless the posting sums to zero and its lines are well formed. Returns it. */
export function assertBalanced(posting: Posting): Posting {
  const total = sumCents(posting.lines.map((line) => line.amountCents))
  assert(total === ZERO, `a posting sums to zero, not to ${total} cents`)
  for (const line of posting.lines) {
    assert(line.amountCents !== ZERO, 'a ledger line is not zero')
    const hasActivity = line.activityId !== null
    assert(hasActivity === isActivityAccount(line.accountKind), 'activity lines name an activity')
  }
  return posting
}

/**
 * What lines leave on an activity's account, positive when the activity has money: the opposite of
 * the sum of its activity lines, since revenue is a credit.
 */
export function activityBalance(lines: Iterable<PostingLine>, activityId: string): Cents {
  const amounts = [...lines]
    .filter((line) => line.activityId === activityId && isActivityAccount(line.accountKind))
    .map((line) => line.amountCents)
  return negate(sumCents(amounts))
}
