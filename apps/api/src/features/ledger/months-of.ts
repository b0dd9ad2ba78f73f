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
  bankCents: Cents
  openingPostedCents: Cents
  movementCents: Cents
  balanceCents: Cents
}

export interface MonthPage {
  months: MonthFigures[]
  /** What to ask as `before` for the months that come before these; null at the beginning of the account. */
  nextBefore: YearMonth | null
}

/** A year and its neighbour: the same month of last year is in sight. */
const PAGE = 13

/**
 * The account of an activity month by month, newest first, a page of months that have entries: what the
 * lines of each month sum to. Reads the same whatever the account holds: the newest months of each of its
 * few accounts, along their key.
 */
export async function monthsOf(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  before?: YearMonth,
): Promise<MonthPage> {
  const limit = PAGE + 1
  const { rows } = await sql<MonthRow>`
    with recent as (
      select a.kind, m.month, m.amount_cents, m.balance_cents, m.is_newest
        from terreau.account a
        cross join lateral (
          select x.month, x.amount_cents, x.balance_cents,
                 row_number() over (order by x.month desc) = 1 as is_newest
            from terreau.account_month x
           where x.cooperative_id = a.cooperative_id and x.account_id = a.id
             ${before === undefined ? sql`` : sql`and x.month < ${before}`}
           order by x.month desc limit ${limit}) m
       where a.cooperative_id = ${cooperativeId} and a.activity_id = ${activityId}),
    page as (
      select month,
             coalesce(-sum(amount_cents) filter (where kind = 'activity_revenue'), 0) as revenue,
             coalesce(sum(amount_cents) filter (where kind = 'activity_production_purchase'), 0) as purchase,
             coalesce(sum(amount_cents) filter (where kind = 'activity_expense'), 0) as expense,
             coalesce(sum(amount_cents) filter (where kind = 'activity_contribution'), 0) as contribution,
             coalesce(sum(amount_cents) filter (where kind = 'activity_accident_cover'), 0) as cover,
             coalesce(sum(amount_cents) filter (where kind in ('activity_gross_pay', 'activity_employer_contributions')), 0) as pay,
             coalesce(sum(amount_cents) filter (where kind in ('activity_bank_fee', 'activity_exchange_loss', 'activity_exchange_gain')), 0) as bank,
             coalesce(-sum(amount_cents) filter (where kind = 'activity_opening'), 0) as opening,
             coalesce(-sum(amount_cents) filter (where kind <> 'activity_opening'), 0) as movement
        from recent group by month order by month desc limit ${limit})
    select month, revenue::bigint, purchase::bigint, expense::bigint, contribution::bigint, cover::bigint,
           pay::bigint, bank::bigint, opening::bigint, movement::bigint,
           -- What each account had at the end of its newest month, less what the months since have changed.
           ((select -sum(balance_cents) from recent where is_newest)
             - coalesce(sum(movement + opening) over (order by month desc
                 rows between unbounded preceding and 1 preceding), 0))::bigint as balance,
           exists (select 1 from terreau.standing_closing c
                    where c.cooperative_id = ${cooperativeId} and c.month = page.month) as is_closed,
           exists (select 1 from terreau.standing_closing c
                     join terreau.closing_statement s on s.cooperative_id = c.cooperative_id
                      and s.month = c.month and s.version = c.version
                    where c.cooperative_id = ${cooperativeId} and c.month = page.month
                      and s.activity_id = ${activityId}) as has_statement
      from page order by month desc`.execute(tx)
  const months = rows.slice(0, PAGE).map(toFigures)
  return { months, nextBefore: rows.length > PAGE ? (months.at(-1)?.month ?? null) : null }
}

function toFigures(row: MonthRow): MonthFigures {
  return {
    month: yearMonth(row.month),
    isClosed: row.isClosed,
    hasStatement: row.hasStatement,
    revenueCents: cents(row.revenue),
    productionPurchaseCents: cents(row.purchase),
    otherExpenseCents: cents(row.expense),
    contributionCents: cents(row.contribution),
    accidentCoverCents: cents(row.cover),
    payCents: cents(row.pay),
    bankCents: cents(row.bank),
    openingPostedCents: cents(row.opening),
    movementCents: cents(row.movement),
    balanceCents: cents(row.balance),
  }
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
  bank: bigint
  opening: bigint
  movement: bigint
  balance: bigint
}

/** What each month added to an activity, openings included, oldest first. Euro cents. */
export async function changesOf(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
): Promise<{ month: YearMonth; amountCents: Cents }[]> {
  const { rows } = await sql<{ month: string; amount: bigint }>`
    select m.month, (-sum(m.amount_cents))::bigint as amount
      from terreau.account a
      join terreau.account_month m on m.cooperative_id = a.cooperative_id and m.account_id = a.id
     where a.cooperative_id = ${cooperativeId} and a.activity_id = ${activityId}
     group by m.month order by m.month`.execute(tx)
  return rows.map(({ month, amount }) => ({ month: yearMonth(month), amountCents: cents(amount) }))
}

export interface MonthsAround {
  /** The oldest and the newest month with an entry. */
  first: YearMonth | null
  last: YearMonth | null
  /** The month that was asked for, or the newest with an entry. */
  month: YearMonth | null
  /** The nearest months with an entry before and after it. */
  earlier: YearMonth | null
  later: YearMonth | null
}

/** A month of an account and the ways out of it; nothing but nulls before the first entry. */
export async function monthsAround(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  asked: YearMonth | undefined,
): Promise<MonthsAround> {
  const { rows } = await sql<Record<keyof MonthsAround, string | null>>`
    with own as (
      select cooperative_id, id from terreau.account
       where cooperative_id = ${cooperativeId} and activity_id = ${activityId}),
    ends as (
      select min(f.month) as first, max(n.month) as last, coalesce(${asked ?? null}, max(n.month)) as month
        from own a
        cross join lateral (${nearest('asc')}) f
        cross join lateral (${nearest('desc')}) n)
    select e.first, e.last, e.month,
           (select max(n.month) from own a
              cross join lateral (${nearest('desc', sql`and x.month < e.month`)}) n) as earlier,
           (select min(n.month) from own a
              cross join lateral (${nearest('asc', sql`and x.month > e.month`)}) n) as later
      from ends e`.execute(tx)
  const row = rows[0]
  const read = (text: string | null | undefined) =>
    text === null || text === undefined ? null : yearMonth(text)
  return {
    first: read(row?.first),
    last: read(row?.last),
    month: read(row?.month),
    earlier: read(row?.earlier),
    later: read(row?.later),
  }
}

/** The first month of an account in one direction: one step along its key. */
function nearest(direction: 'asc' | 'desc', only = sql``) {
  return sql`select x.month from terreau.account_month x
              where x.cooperative_id = a.cooperative_id and x.account_id = a.id ${only}
              order by x.month ${sql.raw(direction)} limit 1`
}
