import { subtract, sumCents, ZERO } from '@terreau/domain/money/cents'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { StatedAccount } from '@terreau/pdf/documents/period-statement/model'
import type { Locale } from '@terreau/protocol/codecs'
import type { Tx } from '../../platform/db/transaction.ts'
import { statementLine } from '../closing/index.ts'
import { accountOf } from '../ledger/index.ts'
import { type Facts, line } from './fact-view.ts'
import { choiceGaps, monthGaps, monthsToShow } from './income-facts.ts'
import type { MonthClosing, MonthLine } from './month-lines.ts'

interface StatementSources {
  cooperativeId: string
  locale: Locale
  chosen: readonly YearMonth[]
  /** Months of the person, activity by activity; the first open one among them when it is wanted. */
  known: readonly MonthLine[]
  closings: ReadonlyMap<string, MonthClosing>
}

/**
 * What a statement of the activity account over some months would say (C. trav. R7331-5): for each
 * activity the lines of the monthly statements, in the same words.
 */
export async function statementFacts(tx: Tx, sources: StatementSources): Promise<Facts> {
  const { chosen, known, closings } = sources
  // What stands in the books of an open month is shown as it is, whether its declaration is accepted or not.
  const offered = known.map((one) => ({ ...one, isAccepted: true }))
  const used = offered.filter((one) => chosen.includes(one.month))
  const open = used.filter((one) => one.closing === null).map((one) => one.month)
  const missing = [
    ...choiceGaps(chosen, offered),
    ...monthGaps(chosen, used, closings),
    ...[...new Set(open)].map((month) => ({
      code: 'provisional' as const,
      isBlocking: false,
      month,
      text: null,
    })),
  ]
  const [from, to] = [chosen[0], chosen.at(-1)]
  const activities = new Map(used.map((one) => [one.activityId, one.activityName]))
  const facts = {
    lines: [...activities].map(([sourceId, name]) =>
      line('activity', 'text', name, { source: 'activity', sourceId }),
    ),
    months: monthsToShow({ chosen, known: offered, salaries: [], closings }),
    missing,
    contractId: null,
  }
  if (missing.some((gap) => gap.isBlocking) || from === undefined || to === undefined)
    return { ...facts, content: null }
  const accounts: StatedAccount[] = []
  for (const [activityId, activity] of activities)
    accounts.push(await statedAccount(tx, sources, { activityId, activity }))
  return {
    ...facts,
    content: {
      kind: 'account_statement',
      facts: { period: { from, to }, accounts, ...(open.length > 0 && { isProvisional: true }) },
    },
  }
}

async function statedAccount(
  tx: Tx,
  { cooperativeId, chosen, locale }: StatementSources,
  of: { activityId: string; activity: string },
): Promise<StatedAccount> {
  const months = []
  for (const month of chosen)
    months.push(await accountOf(tx, cooperativeId, of.activityId, { month }))
  const closingCents = months.at(-1)?.closingCents ?? ZERO
  const lines = months.flatMap((one) => one.lines.map((each) => statementLine(each, locale)))
  const movement = sumCents(lines.map((each) => each.amountCents))
  // An opening that was brought in later than the first month is part of what there was.
  const openingCents = subtract(closingCents, movement)
  return { activity: of.activity, openingCents, lines, closingCents }
}
