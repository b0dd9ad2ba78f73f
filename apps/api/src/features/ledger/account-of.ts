import { type ExplanationKey, explainLine } from '@terreau/domain/ledger/explain'
import type { LabelParams, LineLabelKey } from '@terreau/domain/ledger/posting'
import { type Cents, cents, negate } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
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

/**
 * The account of an activity (C. trav. R7331-5), oldest line first: whole, for one month, or as it stood at
 * the end of a day, with the entries made until then. An opening brought in during the month counts in its
 * opening, so that the lines are the movement.
 */
export async function accountOf(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  options: { month?: YearMonth; asOf?: LocalDate } = {},
): Promise<ActivityAccount> {
  const month = options.month ?? null
  const asOf = options.asOf ?? null
  const openingCents =
    month === null ? cents(0n) : await balanceBefore(tx, { cooperativeId, activityId, month })
  const { rows } = await sql<LineRow>`
    select l.posting_id, l.position, p.month, p.concerns_month, p.posted_at, p.kind as posting_kind,
           p.source_kind, p.source_id, l.label_key, l.label_params, l.amount_cents
      from terreau.account a
      join terreau.ledger_line l on l.cooperative_id = a.cooperative_id and l.account_id = a.id
      join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
     where a.cooperative_id = ${cooperativeId} and a.activity_id = ${activityId}
       and (${month}::text is null or (p.month = ${month} and a.kind <> 'activity_opening'))
       and (${asOf}::date is null or ${bookedBy(asOf)})
     order by p.month, p.posted_at, p.id, l.position`.execute(tx)
  let balanceCents = openingCents
  const lines = rows.map((row) => {
    const line = toLine(row, balanceCents)
    balanceCents = line.balanceCents
    return line
  })
  return { openingCents, closingCents: balanceCents, lines }
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
function bookedBy(day: LocalDate | null): RawBuilder<boolean> {
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
    select a.activity_id, (-sum(l.amount_cents))::bigint as balance
      from terreau.account a
      join terreau.ledger_line l on l.cooperative_id = a.cooperative_id and l.account_id = a.id
      join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
     where a.cooperative_id = ${cooperativeId} and a.activity_id = any(${[...activityIds]}::uuid[])
       and ${bookedBy(day)}
     group by a.activity_id`.execute(tx)
  return new Map(rows.map((row) => [row.activityId, cents(row.balance)]))
}

async function balanceBefore(
  tx: Tx,
  account: { cooperativeId: string; activityId: string; month: YearMonth },
): Promise<Cents> {
  const { rows } = await sql<{ total: bigint }>`
    select coalesce(-sum(l.amount_cents), 0)::bigint as total
      from terreau.account a
      join terreau.ledger_line l on l.cooperative_id = a.cooperative_id and l.account_id = a.id
      join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
     where a.cooperative_id = ${account.cooperativeId} and a.activity_id = ${account.activityId}
       and (p.month < ${account.month}
            or (p.month = ${account.month} and a.kind = 'activity_opening'))`.execute(tx)
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
