import { assert } from '../assert.ts'
import { type Cents, negate, subtract, ZERO } from '../money/cents.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { YearMonth } from '../time/year-month.ts'
import { isActivityAccount } from './account.ts'
import { assertBalanced, type Posting, type PostingLine } from './posting.ts'

/** What a pay slip cost and gave, in euro cents. */
export type PaidSlip = {
  /** The month of work. */
  readonly month: YearMonth
  readonly paidOn: LocalDate
  readonly grossCents: Cents
  /** Before tax is withheld. */
  readonly netCents: Cents
  readonly employerCostCents: Cents
}

/**
 * The entries of a pay slip: the activity bears its whole cost, gross (641) and employer contributions
 * (645), against what is owed to the person (421) and to the social bodies (431). Lines of zero are left
 * out; a slip of zero, which proves a month without pay, gives a posting without lines.
 */
export function postPay(input: {
  activityId: string
  /** The month it is booked in: that of the slip, or the first open one. */
  month: YearMonth
  slip: PaidSlip
}): Posting {
  const { activityId, month, slip } = input
  const { grossCents, netCents, employerCostCents } = slip
  assert(employerCostCents >= grossCents, 'an employer pays at least the gross')
  assert(month >= slip.month, 'pay is booked in its month or later')
  const labelParams = {
    month: slip.month,
    paidOn: slip.paidOn,
    costCents: String(employerCostCents),
  }
  const drafts: Omit<PostingLine, 'activityId' | 'labelParams'>[] = [
    {
      accountKind: 'activity_gross_pay',
      amountCents: grossCents,
      labelKey: 'ledger.line.gross-pay',
    },
    {
      accountKind: 'activity_employer_contributions',
      amountCents: subtract(employerCostCents, grossCents),
      labelKey: 'ledger.line.employer-contributions',
    },
    { accountKind: 'net_pay', amountCents: negate(netCents), labelKey: 'ledger.line.net-pay' },
    {
      accountKind: 'social_bodies',
      amountCents: subtract(netCents, employerCostCents),
      labelKey: 'ledger.line.social-bodies',
    },
  ]
  const lines = drafts
    .filter((draft) => draft.amountCents !== ZERO)
    .map((draft) => ({
      ...draft,
      activityId: isActivityAccount(draft.accountKind) ? activityId : null,
      labelParams,
    }))
  return lines.length === 0
    ? { kind: 'pay', month, lines }
    : assertBalanced({ kind: 'pay', month, lines })
}
