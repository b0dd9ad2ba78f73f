import { type Cents, cents } from '@terreau/domain/money/cents'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface MonthFigures {
  month: YearMonth
  isClosed: boolean
  hasStatement: boolean
  revenueCents: Cents
  productionPurchaseCents: Cents
  otherExpenseCents: Cents
  contributionCents: Cents
  accidentCoverCents: Cents
  payCents: Cents
  openingPostedCents: Cents
  movementCents: Cents
  balanceCents: Cents
}

/** The account of an activity month by month, newest first: what the lines of each month sum to. */
export async function monthsOf(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
): Promise<MonthFigures[]> {
  const { rows } = await sql<MonthRow>`
    select p.month,
           exists (select 1 from terreau.standing_closing c
                    where c.cooperative_id = ${cooperativeId} and c.month = p.month) as is_closed,
           exists (select 1 from terreau.standing_closing c
                     join terreau.closing_statement s on s.cooperative_id = c.cooperative_id
                      and s.month = c.month and s.version = c.version
                    where c.cooperative_id = ${cooperativeId} and c.month = p.month
                      and s.activity_id = ${activityId}) as has_statement,
           coalesce(-sum(l.amount_cents) filter (where a.kind = 'activity_revenue'), 0)::bigint as revenue,
           coalesce(sum(l.amount_cents) filter (where a.kind = 'activity_production_purchase'), 0)::bigint as purchase,
           coalesce(sum(l.amount_cents) filter (where a.kind = 'activity_expense'), 0)::bigint as expense,
           coalesce(sum(l.amount_cents) filter (where a.kind = 'activity_contribution'), 0)::bigint as contribution,
           coalesce(sum(l.amount_cents) filter (where a.kind = 'activity_accident_cover'), 0)::bigint as cover,
           coalesce(sum(l.amount_cents) filter (where a.kind in ('activity_gross_pay', 'activity_employer_contributions')), 0)::bigint as pay,
           coalesce(-sum(l.amount_cents) filter (where a.kind = 'activity_opening'), 0)::bigint as opening,
           coalesce(-sum(l.amount_cents) filter (where a.kind <> 'activity_opening'), 0)::bigint as movement,
           (sum(-sum(l.amount_cents)) over (order by p.month))::bigint as balance
      from terreau.account a
      join terreau.ledger_line l on l.cooperative_id = a.cooperative_id and l.account_id = a.id
      join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
     where a.cooperative_id = ${cooperativeId} and a.activity_id = ${activityId}
     group by p.month
     order by p.month desc`.execute(tx)
  return rows.map((row) => ({
    month: yearMonth(row.month),
    isClosed: row.isClosed,
    hasStatement: row.hasStatement,
    revenueCents: cents(row.revenue),
    productionPurchaseCents: cents(row.purchase),
    otherExpenseCents: cents(row.expense),
    contributionCents: cents(row.contribution),
    accidentCoverCents: cents(row.cover),
    payCents: cents(row.pay),
    openingPostedCents: cents(row.opening),
    movementCents: cents(row.movement),
    balanceCents: cents(row.balance),
  }))
}

interface MonthRow {
  month: string
  isClosed: boolean
  hasStatement: boolean
  revenue: bigint
  purchase: bigint
  expense: bigint
  contribution: bigint
  cover: bigint
  pay: bigint
  opening: bigint
  movement: bigint
  balance: bigint
}
