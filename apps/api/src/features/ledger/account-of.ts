import { type ExplanationKey, explainLine } from '@terreau/domain/ledger/explain'
import type { LabelParams, LineLabelKey } from '@terreau/domain/ledger/posting'
import { add, type Cents, cents, negate, ZERO } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { previousMonth, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** One movement of an activity's account, with the answer to "why this line?". */
export interface AccountLine {
  postingId: string
  position: number
  month: YearMonth
  concernsMonth: YearMonth
  postedAt: Date
  postingKind: string
  source: { kind: string; id: string }
  labelKey: LineLabelKey
  labelParams: LabelParams
  explanation: { key: ExplanationKey; params: LabelParams }
  /** What it does to the balance: money in is positive. */
  effectCents: Cents
  balanceCents: Cents
}

export interface ActivityAccount {
  openingCents: Cents
  closingCents: Cents
  lines: AccountLine[]
}

interface AccountOptions {
  month?: YearMonth | undefined
  /** Only entries made until this closing of the month; those of a later one came after it was opened again. */
  version?: number
  /** An opening brought in during the month is one of its lines, rather than part of what there was before. */
  withOpenings?: boolean
}

/**
 * The account of an activity (C. trav. R7331-5), oldest line first: whole or for one month. The lines of a
 * month are its movement, as statements print it, unless its openings are wanted among them.
 */
export async function accountOf(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  options: AccountOptions = {},
): Promise<ActivityAccount> {
  const { month, version, withOpenings = month === undefined } = options
  const of = { cooperativeId, activityId, month, withOpenings }
  const openingCents = month === undefined ? ZERO : await balanceBefore(tx, { ...of, month })
  const known = version === undefined ? sql`` : sql`and p.version <= ${version}`
  return withBalances(openingCents, await linesOf(tx, of, known))
}

/**
 * The account as it stood at the end of a day, with the lines of the newest month that had an entry by then:
 * what they add to is what was known that day of all the months before.
 */
export async function accountOnDay(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  of: { day: LocalDate; newestMonth: YearMonth; withOpenings: boolean },
): Promise<ActivityAccount> {
  const { day, newestMonth: month, withOpenings } = of
  const balances = await balancesOn(tx, cooperativeId, [activityId], day)
  const closingCents = balances.get(activityId) ?? ZERO
  const wanted = { cooperativeId, activityId, month, withOpenings }
  const rows = await linesOf(tx, wanted, sql`and ${bookedBy(day)}`)
  const openingCents = add(closingCents, ...rows.map((row) => cents(row.amountCents)))
  return withBalances(openingCents, rows)
}

async function linesOf(
  tx: Tx,
  of: {
    cooperativeId: string
    activityId: string
    month: YearMonth | undefined
    withOpenings: boolean
  },
  known: RawBuilder<unknown>,
): Promise<LineRow[]> {
  const { month } = of
  const { rows } = await sql<LineRow>`
    select l.posting_id, l.position, p.month, p.concerns_month, p.posted_at, p.kind as posting_kind,
           p.source_kind, p.source_id, l.label_key, l.label_params, l.amount_cents
      from terreau.account a
      ${month === undefined ? linesOfAccount : linesOfMonth(month)}
      ${postingOfLine}
     where a.cooperative_id = ${of.cooperativeId} and a.activity_id = ${of.activityId}
       ${month === undefined ? sql`` : sql`and p.month = ${month}`}
       ${of.withOpenings ? sql`` : sql`and a.kind <> 'activity_opening'`}
       ${known}
     order by p.month, p.posted_at, p.id, l.position`.execute(tx)
  return rows
}

function withBalances(openingCents: Cents, rows: readonly LineRow[]): ActivityAccount {
  let balanceCents = openingCents
  const lines = rows.map((row) => {
    const line = toLine(row, balanceCents)
    balanceCents = line.balanceCents
    return line
  })
  return { openingCents, closingCents: balanceCents, lines }
}

const linesOfAccount = sql`
  join terreau.ledger_line l on l.cooperative_id = a.cooperative_id and l.account_id = a.id`

/** By its key (`offset 0` keeps it apart), so that no plan starts from a whole month of the cooperative. */
const postingOfLine = sql`
  cross join lateral (
    select x.* from terreau.posting x
     where x.cooperative_id = l.cooperative_id and x.id = l.posting_id
    offset 0) p`

/** Along the versions of the account that the month has; lines of another open month may lie between. */
function linesOfMonth(month: YearMonth) {
  return sql`
    cross join lateral (
      select x.*
        from terreau.account_month m
        join terreau.ledger_line x on x.cooperative_id = m.cooperative_id and x.account_id = m.account_id
         and x.account_version between m.first_version and m.last_version
       where m.cooperative_id = a.cooperative_id and m.account_id = a.id and m.month = ${month}
      offset 0) l`
}

interface LineRow {
  postingId: string
  position: number
  month: string
  concernsMonth: string
  postedAt: Date
  postingKind: string
  sourceKind: string
  sourceId: string
  labelKey: LineLabelKey
  labelParams: LabelParams
  amountCents: bigint
}

function toLine(row: LineRow, before: Cents): AccountLine {
  const amountCents = cents(row.amountCents)
  const explanation = explainLine({ ...row, amountCents })
  if (explanation === null) throw new Error(`${row.labelKey} is no line of an activity`)
  const effectCents = negate(amountCents)
  return {
    postingId: row.postingId,
    position: row.position,
    month: yearMonth(row.month),
    concernsMonth: yearMonth(row.concernsMonth),
    postedAt: row.postedAt,
    postingKind: row.postingKind,
    source: { kind: row.sourceKind, id: row.sourceId },
    labelKey: row.labelKey,
    labelParams: row.labelParams,
    explanation,
    effectCents,
    balanceCents: cents(before + effectCents),
  }
}

/** What an instant of booking was in Paris: the day that people mean. */
function bookedBy(day: LocalDate): RawBuilder<boolean> {
  return sql`p.posted_at < (${day}::date + 1)::timestamp at time zone 'Europe/Paris'`
}

/** What activities had at the end of a day, with the entries made until then. */
export async function balancesOn(
  tx: Tx,
  cooperativeId: string,
  activityIds: readonly string[],
  day: LocalDate,
): Promise<ReadonlyMap<string, Cents>> {
  const { rows } = await sql<{ activityId: string; balance: bigint }>`
    select a.activity_id, (-sum(d.balance_cents))::bigint as balance
      from terreau.account a
      ${lastEntryBy(day)}
     where a.cooperative_id = ${cooperativeId} and a.activity_id = any(${[...activityIds]}::uuid[])
     group by a.activity_id`.execute(tx)
  return new Map(rows.map((row) => [row.activityId, cents(row.balance)]))
}

/** The newest month with an entry made by the end of a day; null before the first entry. */
export async function newestMonthOn(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  day: LocalDate,
): Promise<YearMonth | null> {
  const { rows } = await sql<{ month: string | null }>`
    select max(d.newest_month) as month
      from terreau.account a
      ${lastEntryBy(day)}
     where a.cooperative_id = ${cooperativeId} and a.activity_id = ${activityId}`.execute(tx)
  const month = rows[0]?.month ?? null
  return month === null ? null : yearMonth(month)
}

/** The last day with an entry, up to this one: all that was known then. */
function lastEntryBy(day: LocalDate) {
  return sql`
    cross join lateral (
      select x.balance_cents, x.newest_month from terreau.account_day x
       where x.cooperative_id = a.cooperative_id and x.account_id = a.id and x.booked_on <= ${day}::date
       order by x.booked_on desc limit 1) d`
}

async function balanceBefore(
  tx: Tx,
  of: { cooperativeId: string; activityId: string; month: YearMonth; withOpenings: boolean },
): Promise<Cents> {
  const until = sql<string>`case when a.kind = 'activity_opening' and not ${of.withOpenings}
                                 then ${of.month} else ${previousMonth(of.month)} end`
  const { rows } = await sql<{ total: bigint }>`
    select coalesce(-sum(m.balance_cents), 0)::bigint as total
      from terreau.account a
      cross join lateral (
        select x.balance_cents from terreau.account_month x
         where x.cooperative_id = a.cooperative_id and x.account_id = a.id and x.month <= ${until}
         order by x.month desc limit 1) m
     where a.cooperative_id = ${of.cooperativeId} and a.activity_id = ${of.activityId}`.execute(tx)
  return cents(rows[0]?.total ?? 0n)
}

/** What activities have now, from the cached balances (I-09). */
export async function balancesOf(
  tx: Tx,
  cooperativeId: string,
  activityIds: readonly string[],
): Promise<ReadonlyMap<string, Cents>> {
  if (activityIds.length === 0) return new Map()
  const { rows } = await sql<{ activityId: string; balance: bigint }>`
    select activity_id, (-sum(balance_cents))::bigint as balance from terreau.account
     where cooperative_id = ${cooperativeId} and activity_id = any(${[...activityIds]}::uuid[])
     group by activity_id`.execute(tx)
  return new Map(rows.map((row) => [row.activityId, cents(row.balance)]))
}
