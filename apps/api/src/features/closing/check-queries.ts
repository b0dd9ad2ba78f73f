import { type Cents, cents } from '@terreau/domain/money/cents'
import { FIXED_PARITIES } from '@terreau/domain/money/currency'
import { firstDay, lastDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { firstOpenMonthIn } from '../ledger/index.ts'
import { areTwoRequiredIn, settingsOn } from '../settings/index.ts'

export interface ConcernedRow {
  personId: string | null
  activityId: string | null
  declarationId: string | null
  name: string
  detail: string
  amountCents: Cents | null
}

/** What stops a closing, as queries: shown with names on the page, looked for by the closing itself. */
function missingIn(cooperativeId: string, month: YearMonth): RawBuilder<unknown> {
  return sql`select e.person_id, e.activity_id, d.id, coalesce(d.state, ''), null::bigint
          from terreau.month_expected(${cooperativeId}::uuid, ${month}) e
          left join terreau.declaration d on d.cooperative_id = ${cooperativeId}
            and d.activity_id = e.activity_id and d.person_id = e.person_id
            and d.concerns_month = ${month} and d.sequence = 0
         where (d.id is null or d.state = 'draft')
           and not exists (select 1 from terreau.declaration o where o.cooperative_id = ${cooperativeId}
                 and o.activity_id = e.activity_id and o.person_id = e.person_id
                 and o.concerns_month = ${month} and o.state <> 'draft')
           and not exists (select 1 from terreau.month_decision m where m.cooperative_id = ${cooperativeId}
                 and m.month = ${month} and m.activity_id = e.activity_id and m.person_id = e.person_id)`
}

function waitingIn(
  cooperativeId: string,
  month: YearMonth,
  state: 'submitted' | 'question',
): RawBuilder<unknown> {
  return sql`select d.person_id, d.activity_id, d.id, d.concerns_month, null::bigint from terreau.declaration d
         where d.cooperative_id = ${cooperativeId} and d.month = ${month} and d.state = ${state}`
}

function unratedIn(cooperativeId: string, month: YearMonth): RawBuilder<unknown> {
  return sql`select distinct sale ->> 'currency' as currency
      from terreau.declaration d
     cross join jsonb_array_elements(case when jsonb_typeof(d.draft -> 'sales') = 'array'
                                          then d.draft -> 'sales' else '[]' end) as sale
     where d.cooperative_id = ${cooperativeId} and d.concerns_month = ${month} and d.state = 'draft'
       and sale ->> 'currency' <> all(${Object.keys(FIXED_PARITIES)})
       and not exists (select 1 from terreau.exchange_rate r where r.cooperative_id = ${cooperativeId}
             and r.month = ${month} and r.currency = sale ->> 'currency')
     order by 1`
}

export interface MonthStops {
  /** The only month that may be closed now. */
  open: YearMonth
  missing: boolean
  submitted: boolean
  question: boolean
  rates: boolean
  areTwoRequired: boolean
}

/** What of this month stops its closing, in one statement: the closing asks while everybody waits. */
export async function monthStops(tx: Tx, ctx: Context, month: YearMonth): Promise<MonthStops> {
  const { cooperativeId } = ctx
  const { rows } = await sql<Omit<MonthStops, 'open'> & { open: string }>`
    select ${firstOpenMonthIn(cooperativeId)} as open,
           exists (${missingIn(cooperativeId, month)}) as missing,
           exists (${waitingIn(cooperativeId, month, 'submitted')}) as submitted,
           exists (${waitingIn(cooperativeId, month, 'question')}) as question,
           exists (${unratedIn(cooperativeId, month)}) as rates,
           ${areTwoRequiredIn(ctx)} as are_two_required`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a question to the database has an answer')
  return { ...row, open: yearMonth(row.open) }
}

/** `source` gives person_id, activity_id, declaration_id, detail and amount_cents; names are added. */
async function named(
  tx: Tx,
  cooperativeId: string,
  source: RawBuilder<unknown>,
): Promise<ConcernedRow[]> {
  const { rows } = await sql<Omit<ConcernedRow, 'amountCents'> & { amount: bigint | null }>`
    select s.person_id, s.activity_id, s.declaration_id, s.detail, s.amount_cents::bigint as amount,
           terreau.full_name(p.given_name, p.family_name) as name
      from (${source}) as s (person_id, activity_id, declaration_id, detail, amount_cents)
      join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = s.person_id
     order by p.search_name collate "C", s.activity_id, s.declaration_id`.execute(tx)
  return rows.map(({ amount, ...row }) => ({
    ...row,
    amountCents: amount === null ? null : cents(amount),
  }))
}

/** Under contract, without a declaration that was sent, and not left to a later month by a decision. */
export function missingDeclarations(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ConcernedRow[]> {
  return named(tx, cooperativeId, missingIn(cooperativeId, month))
}

/** Declarations booked in the month that are still in a state; late ones of other months included. */
export function declarationsIn(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
  state: 'submitted' | 'question',
): Promise<ConcernedRow[]> {
  return named(tx, cooperativeId, waitingIn(cooperativeId, month, state))
}

/** Left out of the month by a decision, and still without a declaration. */
export function postponed(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ConcernedRow[]> {
  return named(
    tx,
    cooperativeId,
    sql`select m.person_id, m.activity_id, null::uuid, m.reason, null::bigint from terreau.month_decision m
         where m.cooperative_id = ${cooperativeId} and m.month = ${month}
           and not exists (select 1 from terreau.declaration d where d.cooperative_id = ${cooperativeId}
                 and d.activity_id = m.activity_id and d.person_id = m.person_id
                 and d.concerns_month = ${month} and d.state <> 'draft')`,
  )
}

/** Contracts that end in the month and that nothing follows. */
export function endedContracts(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ConcernedRow[]> {
  return named(
    tx,
    cooperativeId,
    sql`select c.person_id, c.activity_id, null::uuid, c.ends_on::text, null::bigint from terreau.contract c
         where c.cooperative_id = ${cooperativeId} and c.state = 'active'
           and c.ends_on between ${firstDay(month)} and ${lastDay(month)}
           and not exists (select 1 from terreau.contract n where n.cooperative_id = ${cooperativeId}
                 and n.person_id = c.person_id and n.activity_id = c.activity_id
                 and n.state <> 'cancelled' and n.starts_on > c.ends_on)`,
  )
}

/**
 * Accepted under another rule than the one that the contract now names: an amendment was signed since. What
 * was accepted never changes by itself, so somebody has to see it while the month is open.
 */
export function outdatedContributions(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ConcernedRow[]> {
  return named(
    tx,
    cooperativeId,
    sql`select d.person_id, d.activity_id, d.id, was.code || ' → ' || now.code, null::bigint
          from terreau.standing_acceptance a
          join terreau.declaration d on d.cooperative_id = a.cooperative_id and d.id = a.declaration_id
          join terreau.contract c on c.cooperative_id = d.cooperative_id and c.id = d.contract_id
          join terreau.contribution_scheme was on was.cooperative_id = a.cooperative_id and was.id = a.scheme_id
          join terreau.contribution_scheme now on now.cooperative_id = a.cooperative_id
           and now.id = terreau.scheme_in_month(a.cooperative_id, coalesce(
                 (select x.scheme_id from terreau.contract_amendment x
                   where x.cooperative_id = c.cooperative_id and x.contract_id = c.id and x.state = 'active'
                     and x.scheme_id is not null
                     and x.effective_on < ((a.concerns_month || '-01')::date + interval '1 month')::date
                   order by x.effective_on desc, x.n desc limit 1), c.scheme_id), a.concerns_month)
         where a.cooperative_id = ${cooperativeId} and a.month = ${month} and now.id <> a.scheme_id`,
  )
}

/** Expenses above the threshold whose receipt is missing. */
export async function missingReceipts(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ConcernedRow[]> {
  const keys = ['receipt_threshold_cents'] as const
  const values = await settingsOn(tx, cooperativeId, keys, firstDay(month))
  const threshold = values.get('receipt_threshold_cents') ?? '0'
  return named(
    tx,
    cooperativeId,
    sql`select d.person_id, d.activity_id, d.id, count(*)::text, sum(e.gross_cents)
          from terreau.declaration d
          join terreau.expense_line e on e.cooperative_id = d.cooperative_id and e.declaration_id = d.id
         where d.cooperative_id = ${cooperativeId} and d.month = ${month} and d.state <> 'draft'
           and e.receipt_state = 'missing' and e.gross_cents > ${threshold}::bigint
         group by d.person_id, d.activity_id, d.id`,
  )
}

/** Money of the cooperative that people still hold. */
export function cashAtHand(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ConcernedRow[]> {
  return named(
    tx,
    cooperativeId,
    sql`select d.person_id, d.activity_id, d.id, count(*)::text,
               sum(s.net_cents + s.vat_cents)
          from terreau.declaration d
          join terreau.sale_line s on s.cooperative_id = d.cooperative_id and s.declaration_id = d.id
         where d.cooperative_id = ${cooperativeId} and d.month = ${month} and d.state <> 'draft'
           and s.money_place = 'at_hand'
         group by d.person_id, d.activity_id, d.id`,
  )
}

/** Activities that would owe money at the end of the month. */
export function negativeAccounts(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ConcernedRow[]> {
  return named(
    tx,
    cooperativeId,
    sql`select f.person_id, f.activity_id, null::uuid, '', f.closing_cents
          from terreau.month_figures(${cooperativeId}::uuid, ${month}) f where f.closing_cents < 0`,
  )
}

/** Floating currencies that a draft of the month uses and that have no rate: they cannot be sent. */
export async function missingRates(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<string[]> {
  const { rows } = await sql<{ currency: string }>`${unratedIn(cooperativeId, month)}`.execute(tx)
  return rows.map((row) => row.currency)
}

/** Settings that figures of the month use and that the cooperative never decided. */
export async function missingSettings(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<string[]> {
  const keys = ['accident_cover_monthly_cents', 'phone_vat_share_bp'] as const
  const values = await settingsOn(tx, cooperativeId, keys, firstDay(month))
  return keys.filter((key) => !values.has(key))
}
