import { type Cents, cents, sumCents, ZERO } from '@terreau/domain/money/cents'
import { parseYearMonth, type YearMonth } from '@terreau/domain/time/year-month'
import type { IncomeFigures } from '@terreau/protocol/attestations'
import type { Tx } from '../../platform/db/transaction.ts'

/** One month of one activity, as its last closing fixed it. */
export interface ClosedLine {
  month: YearMonth
  version: number
  closedAt: Date
  activityId: string
  activityName: string
  figures: IncomeFigures
}

/** The person's closed months, newest first; a month closed again counts with its last version. */
export async function closedLinesOf(
  tx: Tx,
  cooperativeId: string,
  personId: string,
): Promise<ClosedLine[]> {
  const rows = await tx
    .selectFrom('closingLine as l')
    .innerJoin('closing as c', (join) =>
      join
        .onRef('c.cooperativeId', '=', 'l.cooperativeId')
        .onRef('c.month', '=', 'l.month')
        .onRef('c.version', '=', 'l.version'),
    )
    .innerJoin('activity as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'l.cooperativeId').onRef('a.id', '=', 'l.activityId'),
    )
    .selectAll('l')
    .select(['c.closedAt', 'a.name as activityName'])
    .where('l.cooperativeId', '=', cooperativeId)
    .where('l.personId', '=', personId)
    .where('l.version', '=', (eb) =>
      eb
        .selectFrom('closing as last')
        .select((last) => last.fn.max('last.version').as('version'))
        .whereRef('last.cooperativeId', '=', 'l.cooperativeId')
        .whereRef('last.month', '=', 'l.month'),
    )
    .orderBy('l.month', 'desc')
    .orderBy('a.name')
    .execute()
  return rows.flatMap((row) => {
    const month = parseYearMonth(row.month)
    if (month === null) return []
    const { version, closedAt, activityId, activityName } = row
    const figures: IncomeFigures = {
      revenueCents: cents(row.revenueCents),
      productionPurchasesCents: cents(row.productionPurchaseCents),
      expensesCents: cents(row.otherExpenseCents),
      contributionCents: cents(row.contributionCents),
      accidentCoverCents: cents(row.accidentCoverCents),
      resultCents: cents(row.movementCents),
      // Nothing is paid out during a CAPE here: no posting of the ledger is a payment to the person.
      payCents: ZERO,
      balanceCents: cents(row.closingCents),
    }
    return [{ month, version, closedAt, activityId, activityName, figures }]
  })
}

/** Which of these months the cooperative has closed. */
export async function closedAmong(
  tx: Tx,
  cooperativeId: string,
  months: readonly YearMonth[],
): Promise<Set<string>> {
  if (months.length === 0) return new Set()
  const rows = await tx
    .selectFrom('closing')
    .select('month')
    .where('cooperativeId', '=', cooperativeId)
    .where('month', 'in', [...months])
    .execute()
  return new Set(rows.map((row) => row.month))
}

/** Several activities of one person in one month make one line of the certificate. */
export function sumFigures(lines: readonly ClosedLine[]): IncomeFigures {
  const total = (key: keyof IncomeFigures): Cents => sumCents(lines.map((one) => one.figures[key]))
  return {
    revenueCents: total('revenueCents'),
    productionPurchasesCents: total('productionPurchasesCents'),
    expensesCents: total('expensesCents'),
    contributionCents: total('contributionCents'),
    accidentCoverCents: total('accidentCoverCents'),
    resultCents: total('resultCents'),
    payCents: total('payCents'),
    balanceCents: total('balanceCents'),
  }
}
