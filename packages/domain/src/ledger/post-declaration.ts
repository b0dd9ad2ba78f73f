import { assert, unreachable } from '../assert.ts'
import type { ContributionBreakdown, ContributionLine } from '../contributions/compute.ts'
import type { BreakdownTotals } from '../declarations/breakdown.ts'
import { add, type Cents, negate, subtract, ZERO } from '../money/cents.ts'
import type { YearMonth } from '../time/year-month.ts'
import { type AccountKind, isActivityAccount } from './account.ts'
import {
  activityBalance,
  assertBalanced,
  type LabelParams,
  type LineLabelKey,
  type Posting,
  type PostingLine,
} from './posting.ts'

/**
 * The entries of an accepted declaration. The activity gets its revenue and bears its costs, one
 * line per reason, so that each can be explained; the cooperative carries customers, suppliers,
 * VAT and shared services. VAT never touches the activity. Lines of zero are left out.
 * The activity's balance moves by exactly `movementCents`, and the posting sums to zero: both are
 * asserted.
 */
export function postDeclaration(input: {
  activityId: string
  month: YearMonth
  breakdown: BreakdownTotals
}): Posting {
  const { activityId, month, breakdown } = input
  assert(breakdown.month === month, 'a breakdown is posted in its own month')
  const drafts = [
    ...activityLines(breakdown),
    ...thirdPartyLines(breakdown),
    ...sharedServiceLines(breakdown),
  ]
  const lines = drafts
    .filter((draft) => draft.amountCents !== ZERO)
    .map((draft) => toLine(draft, activityId, month))
  assert(
    activityBalance(lines, activityId) === breakdown.movementCents,
    'the activity account moves by the movement of the month',
  )
  return assertBalanced({ kind: 'declaration', month, lines })
}

type Draft = {
  readonly accountKind: AccountKind
  readonly amountCents: Cents
  readonly labelKey: LineLabelKey
  readonly labelParams?: LabelParams
}

function toLine(draft: Draft, activityId: string, month: YearMonth): PostingLine {
  return {
    accountKind: draft.accountKind,
    activityId: isActivityAccount(draft.accountKind) ? activityId : null,
    amountCents: draft.amountCents,
    labelKey: draft.labelKey,
    labelParams: { month, ...draft.labelParams },
  }
}

function activityLines(breakdown: BreakdownTotals): Draft[] {
  return [
    {
      accountKind: 'activity_revenue',
      amountCents: negate(breakdown.revenueCents),
      labelKey: 'ledger.line.revenue',
    },
    {
      accountKind: 'activity_production_purchase',
      amountCents: breakdown.productionPurchaseCents,
      labelKey: 'ledger.line.production-purchase',
    },
    {
      accountKind: 'activity_expense',
      amountCents: subtract(breakdown.otherExpenseCents, breakdown.mileageCents),
      labelKey: 'ledger.line.expense',
    },
    {
      accountKind: 'activity_expense',
      amountCents: breakdown.mileageCents,
      labelKey: 'ledger.line.mileage',
    },
    ...breakdown.contribution.lines.map((line) => contributionDraft(line, breakdown.contribution)),
    {
      accountKind: 'activity_accident_cover',
      amountCents: breakdown.accidentCoverCents,
      labelKey: 'ledger.line.accident-cover',
    },
  ]
}

function contributionDraft(line: ContributionLine, contribution: ContributionBreakdown): Draft {
  const { schemeCode, decidedOn, base, period, baseCents } = line.rule ?? contribution
  const scheme = { schemeCode, decidedOn, base, period, baseCents: String(baseCents) }
  const draft = { accountKind: 'activity_contribution', amountCents: line.amountCents } as const
  switch (line.kind) {
    case 'tier': {
      if (line.takenCents !== undefined) return settledDraft(draft, line, scheme)
      const slice = {
        rateBp: String(line.rateBp),
        fromCents: String(line.fromCents),
        toCents: String(line.toCents),
      }
      const isGivenBack = line.toCents < line.fromCents
      const labelKey = isGivenBack
        ? 'ledger.line.contribution-given-back'
        : 'ledger.line.contribution-tier'
      return { ...draft, labelKey, labelParams: { ...scheme, ...slice } }
    }
    case 'floor':
    case 'exempt':
      return { ...draft, labelKey: 'ledger.line.contribution-floor', labelParams: scheme }
    case 'limit':
      return { ...draft, labelKey: 'ledger.line.contribution-limit', labelParams: scheme }
    case 'cap':
      return { ...draft, labelKey: 'ledger.line.contribution-cap', labelParams: scheme }
    case 'fixed':
      return { ...draft, labelKey: 'ledger.line.contribution-fixed', labelParams: scheme }
    default:
      return unreachable(line)
  }
}

/** What a rate owes less what was counted already, which is not one slice but the sum of several. */
function settledDraft(
  draft: Pick<Draft, 'accountKind' | 'amountCents'>,
  line: Extract<ContributionLine, { kind: 'tier' }>,
  scheme: LabelParams,
): Draft {
  const takenCents = line.takenCents ?? ZERO
  const sum = {
    rateBp: String(line.rateBp),
    dueCents: String(add(line.amountCents, takenCents)),
    takenCents: String(takenCents),
  }
  const labelKey = 'ledger.line.contribution-settled'
  return { ...draft, labelKey, labelParams: { ...scheme, ...sum } }
}

/** Customers owe the gross of the sales; suppliers are owed the gross of costs, km included. */
function thirdPartyLines(breakdown: BreakdownTotals): Draft[] {
  const { revenueCents, outputVatCents, inputVatCents } = breakdown
  const costs = add(breakdown.productionPurchaseCents, breakdown.otherExpenseCents)
  return [
    {
      accountKind: 'customers',
      amountCents: add(revenueCents, outputVatCents),
      labelKey: 'ledger.line.customers',
    },
    {
      accountKind: 'output_vat',
      amountCents: negate(outputVatCents),
      labelKey: 'ledger.line.output-vat',
    },
    {
      accountKind: 'input_vat',
      amountCents: inputVatCents,
      labelKey: 'ledger.line.input-vat',
    },
    {
      accountKind: 'suppliers',
      amountCents: negate(add(costs, inputVatCents)),
      labelKey: 'ledger.line.suppliers',
    },
  ]
}

function sharedServiceLines(breakdown: BreakdownTotals): Draft[] {
  return [
    {
      accountKind: 'shared_services',
      amountCents: negate(breakdown.contribution.totalCents),
      labelKey: 'ledger.line.shared-services',
    },
    {
      accountKind: 'accident_cover_rebilled',
      amountCents: negate(breakdown.accidentCoverCents),
      labelKey: 'ledger.line.accident-cover-rebilled',
    },
  ]
}
