import { type Cents, cents, sumCents } from '@terreau/domain/money/cents'
import { parseYearMonth, type YearMonth } from '@terreau/domain/time/year-month'
import type { IncomeFigures } from '@terreau/protocol/attestations'
import { type Selectable, sql } from 'kysely'
import type { ClosingLine } from '../../platform/db/database.gen.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { firstOpenMonth } from '../ledger/index.ts'

export interface MonthClosing {
  version: number
  closedAt: Date
}

/** One month of one activity: as its last closing fixed it, or as the open books say so far. */
export interface MonthLine {
  month: YearMonth
  closing: MonthClosing | null
  /** The declaration of an open month is accepted, and none waits. Always true once closed. */
  isAccepted: boolean
  activityId: string
  activityName: string
  figures: IncomeFigures
}

/**
 * The closed months of these people, newest first; a month closed again counts with its last version, one that
 * was opened again not at all.
 */
export async function closedLinesOf(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
): Promise<Map<string, MonthLine[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('closingLine as l')
    .innerJoin('standingClosing as c', (join) =>
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
    .where('l.personId', 'in', [...personIds])
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
  const lines = rows.flatMap((row) => {
    const month = parseYearMonth(row.month)
    const { version, closedAt, activityId, activityName, personId } = row
    if (month === null || closedAt === null) return []
    const figures = figuresOf(row)
    return [
      {
        month,
        closing: { version, closedAt },
        isAccepted: true,
        activityId,
        activityName,
        personId,
        figures,
      },
    ]
  })
  return Map.groupBy(lines, (one) => one.personId)
}

type AmountRow = Pick<
  Selectable<ClosingLine>,
  | 'revenueCents'
  | 'productionPurchaseCents'
  | 'otherExpenseCents'
  | 'contributionCents'
  | 'accidentCoverCents'
  | 'movementCents'
  | 'closingCents'
  | 'payCents'
>

function figuresOf(row: AmountRow): IncomeFigures {
  return {
    revenueCents: cents(row.revenueCents),
    productionPurchasesCents: cents(row.productionPurchaseCents),
    expensesCents: cents(row.otherExpenseCents),
    contributionCents: cents(row.contributionCents),
    accidentCoverCents: cents(row.accidentCoverCents),
    // The result comes before pay, which is shown beside it: revenue and income are never mixed.
    resultCents: cents(row.movementCents + row.payCents),
    payCents: cents(row.payCents),
    balanceCents: cents(row.closingCents),
  }
}

/**
 * The first open month of these people, as closing it now would fix it. Later months have no opening balance
 * yet; an open month whose declaration waits would show too little, so it is marked.
 */
export async function openLinesOf(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
): Promise<Map<string, MonthLine[]>> {
  const month = await firstOpenMonth(tx, cooperativeId)
  const { rows } = await sql<
    AmountRow & {
      activityId: string
      activityName: string
      personId: string
      isAccepted: boolean
    }
  >`
    select f.*, a.name as activity_name,
           coalesce((select bool_and(d.state = 'accepted') from terreau.declaration d
             where d.cooperative_id = a.cooperative_id and d.activity_id = a.id
               and d.person_id = f.person_id and d.month = ${month}), false) as is_accepted
      from terreau.month_figures(${cooperativeId}::uuid, ${month}) f
      join terreau.activity a on a.cooperative_id = ${cooperativeId} and a.id = f.activity_id
     where f.person_id = any(${[...personIds]}::uuid[])
     order by a.name`.execute(tx)
  const lines = rows.map((row) => {
    const { activityId, activityName, isAccepted, personId } = row
    const figures = figuresOf(row)
    return { month, closing: null, isAccepted, activityId, activityName, personId, figures }
  })
  return Map.groupBy(lines, (one) => one.personId)
}

/** Which of these months the cooperative has closed, and when it last did. */
export async function closedAmong(
  tx: Tx,
  cooperativeId: string,
  months: readonly string[],
): Promise<Map<string, MonthClosing>> {
  if (months.length === 0) return new Map()
  const rows = await tx
    .selectFrom('standingClosing')
    .select(['month', 'version', 'closedAt'])
    .where('cooperativeId', '=', cooperativeId)
    .where('month', 'in', [...months])
    .orderBy('version')
    .execute()
  return new Map(
    rows.flatMap(({ month, version, closedAt }) =>
      month === null || version === null || closedAt === null
        ? []
        : [[month, { version, closedAt }]],
    ),
  )
}

/** Several activities of one person in one month make one line of the certificate. */
export function sumFigures(lines: readonly MonthLine[]): IncomeFigures {
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
