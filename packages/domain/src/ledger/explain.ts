import { negate } from '../money/cents.ts'
import type { LabelParams, LineLabelKey, PostingLine } from './posting.ts'

/** i18n keys of the answers to "why this line?". */
export type ExplanationKey =
  | 'ledger.explain.revenue'
  | 'ledger.explain.production-purchase'
  | 'ledger.explain.expense'
  | 'ledger.explain.mileage'
  | 'ledger.explain.contribution-tier'
  | 'ledger.explain.contribution-given-back'
  | 'ledger.explain.contribution-settled'
  | 'ledger.explain.contribution-limit'
  | 'ledger.explain.contribution-cap'
  | 'ledger.explain.contribution-floor'
  | 'ledger.explain.contribution-fixed'
  | 'ledger.explain.accident-cover'
  | 'ledger.explain.gross-pay'
  | 'ledger.explain.employer-contributions'
  | 'ledger.explain.bank-fee'
  | 'ledger.explain.exchange-loss'
  | 'ledger.explain.exchange-gain'
  | 'ledger.explain.opening'
  | 'ledger.explain.reversal'

export type Explanation = { readonly key: ExplanationKey; readonly params: LabelParams }

/**
 * Why a line is on an activity's account: a sentence key and what fills it. `effectCents` is the
 * effect on the balance, so a cost is negative. A contribution names its scheme, its rate, its
 * slice and the day of the assembly that decided it. Null for the cooperative's own lines, which
 * no entrepreneur sees.
 */
export function explainLine(
  line: Pick<PostingLine, 'labelKey' | 'labelParams' | 'amountCents'>,
): Explanation | null {
  const key = EXPLANATIONS[line.labelKey]
  if (key === undefined) return null
  const params = { ...line.labelParams, effectCents: String(negate(line.amountCents)) }
  const isReversal = line.labelParams.reversedMonth !== undefined
  return { key: isReversal ? 'ledger.explain.reversal' : key, params }
}

const EXPLANATIONS: Readonly<Partial<Record<LineLabelKey, ExplanationKey>>> = {
  'ledger.line.revenue': 'ledger.explain.revenue',
  'ledger.line.production-purchase': 'ledger.explain.production-purchase',
  'ledger.line.expense': 'ledger.explain.expense',
  'ledger.line.mileage': 'ledger.explain.mileage',
  'ledger.line.contribution-tier': 'ledger.explain.contribution-tier',
  'ledger.line.contribution-given-back': 'ledger.explain.contribution-given-back',
  'ledger.line.contribution-settled': 'ledger.explain.contribution-settled',
  'ledger.line.contribution-cap': 'ledger.explain.contribution-cap',
  'ledger.line.contribution-limit': 'ledger.explain.contribution-limit',
  'ledger.line.contribution-floor': 'ledger.explain.contribution-floor',
  'ledger.line.contribution-fixed': 'ledger.explain.contribution-fixed',
  'ledger.line.accident-cover': 'ledger.explain.accident-cover',
  'ledger.line.gross-pay': 'ledger.explain.gross-pay',
  'ledger.line.employer-contributions': 'ledger.explain.employer-contributions',
  'ledger.line.bank-fee': 'ledger.explain.bank-fee',
  'ledger.line.exchange-loss': 'ledger.explain.exchange-loss',
  'ledger.line.exchange-gain': 'ledger.explain.exchange-gain',
  'ledger.line.opening': 'ledger.explain.opening',
}
