import { type Cents, cents, sumCents } from '@terreau/domain/money/cents'
import { previousMonth, type YearMonth } from '@terreau/domain/time/year-month'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

const AMOUNTS = [
  'revenueCents',
  'outputVatCents',
  'inputVatCents',
  'productionPurchaseCents',
  'otherExpenseCents',
  'contributionCents',
  'accidentCoverCents',
  'payCents',
  'bankCents',
  'movementCents',
  'openingCents',
  'closingCents',
] as const

export type Figures = Record<(typeof AMOUNTS)[number], Cents>

export interface FiguresLine extends Figures {
  activityId: string
  activityName: string
  personId: string
  personName: string
  personReference: string
  isNil: boolean
}

interface Row extends Record<(typeof AMOUNTS)[number], bigint> {
  activityId: string
  activityName: string
  personId: string
  personName: string
  personReference: string
  isNil: boolean
}

/** What closing the month now would freeze, by family name. */
export function figuresOf(tx: Tx, cooperativeId: string, month: YearMonth): Promise<FiguresLine[]> {
  return namedFigures(
    tx,
    cooperativeId,
    sql`select * from terreau.month_figures(${cooperativeId}::uuid, ${month})`,
  )
}

/** What the closing of the month froze, by family name; nothing for an open month. */
export function frozenFiguresOf(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<FiguresLine[]> {
  return namedFigures(
    tx,
    cooperativeId,
    sql`select l.* from terreau.standing_closing c
          join terreau.closing_line l on l.cooperative_id = c.cooperative_id and l.month = c.month
           and l.version = c.version
         where c.cooperative_id = ${cooperativeId} and c.month = ${month}`,
  )
}

async function namedFigures(
  tx: Tx,
  cooperativeId: string,
  source: RawBuilder<unknown>,
): Promise<FiguresLine[]> {
  const { rows } = await sql<Row>`
    select f.activity_id, a.name as activity_name, f.person_id,
           terreau.full_name(p.given_name, p.family_name) as person_name, p.reference as person_reference,
           f.revenue_cents, f.output_vat_cents, f.input_vat_cents, f.production_purchase_cents,
           f.other_expense_cents, f.contribution_cents, f.accident_cover_cents, f.pay_cents, f.bank_cents, f.movement_cents,
           f.opening_cents, f.closing_cents, f.is_nil
      from (${source}) f
      join terreau.activity a on a.cooperative_id = ${cooperativeId} and a.id = f.activity_id
      join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = f.person_id
     order by p.search_name collate "C", f.activity_id`.execute(tx)
  return rows.map((row) => ({ ...row, ...amounts(row) }))
}

function amounts(row: Row): Figures {
  return Object.fromEntries(AMOUNTS.map((name) => [name, cents(row[name])])) as Figures
}

export function totalsOf(lines: readonly FiguresLine[]): Figures {
  const totals = AMOUNTS.map((name) => [name, sumCents(lines.map((line) => line[name]))])
  return Object.fromEntries(totals) as Figures
}

/** The figures that closing would freeze, each beside the month before. */
export async function previewClosing(tx: Tx, cooperativeId: string, month: YearMonth) {
  const lines = await figuresOf(tx, cooperativeId, month)
  const before = await frozenFiguresOf(tx, cooperativeId, previousMonth(month))
  const previous = new Map(before.map((line) => [line.activityId, line]))
  return {
    lines: lines.map((line) => ({ ...line, previous: comparable(previous.get(line.activityId)) })),
    totals: totalsOf(lines),
    previousTotals: before.length === 0 ? null : totalsOf(before),
  }
}

function comparable(line: FiguresLine | undefined) {
  if (line === undefined) return null
  const { revenueCents, contributionCents, movementCents } = line
  return { revenueCents, contributionCents, movementCents }
}
