import { daysLeft } from '@terreau/domain/declarations/deadline'
import { type Cents, cents } from '@terreau/domain/money/cents'
import { compareMonths, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { firstOpenMonth } from '../ledger/index.ts'
import { type DeclarableMonth, deadlineOf, declarableMonths, nextOpening } from './own-months.ts'

/** The months of a person with what became of each, newest first. */
export async function ownMonths(tx: Tx, ctx: Context, personId: string) {
  const months = await declarableMonths(tx, ctx, personId)
  const states = await latestStates(tx, ctx.cooperativeId, personId)
  const open = await firstOpenMonth(tx, ctx.cooperativeId)
  const views = []
  for (const month of months) {
    const sent = states.get(`${month.month} ${month.activityId}`)
    views.push(await monthView(tx, ctx, { month, sent, open }))
  }
  return { months: views, next: await nextOpening(tx, ctx, personId) }
}

async function monthView(
  tx: Tx,
  ctx: Context,
  of: { month: DeclarableMonth; sent: LatestState | undefined; open: YearMonth },
) {
  const { month, activityId, activityName } = of.month
  const deadlineOn = await deadlineOf(tx, ctx.cooperativeId, month)
  const isClosed = compareMonths(month, of.open) < 0
  const sentMonth = of.sent?.state === 'draft' ? undefined : of.sent?.bookMonth
  return {
    month,
    activityId,
    activityName,
    state: of.sent?.state ?? ('none' as const),
    isReturned: of.sent?.isReturned ?? false,
    number: of.sent?.number ?? null,
    submittedAt: of.sent?.submittedAt ?? null,
    deadlineOn,
    daysLeft: daysLeft(ctx.today, deadlineOn),
    isClosed,
    bookMonth: sentMonth ?? (isClosed ? of.open : month),
    waitingQuestions: of.sent?.waitingQuestions ?? 0,
    salesCents: of.sent?.salesCents ?? null,
  }
}

interface LatestState {
  state: 'draft' | 'submitted' | 'question' | 'accepted'
  isReturned: boolean
  number: string | null
  submittedAt: string | null
  bookMonth: YearMonth
  waitingQuestions: number
  salesCents: Cents | null
}

/** The latest declaration of each month and activity; what was sold counts every one that was sent. */
async function latestStates(
  tx: Tx,
  cooperativeId: string,
  personId: string,
): Promise<ReadonlyMap<string, LatestState>> {
  const { rows } = await sql<{
    concernsMonth: string
    activityId: string
    state: LatestState['state']
    isReturned: boolean
    number: string | null
    submittedAt: Date | null
    month: string
    waiting: number
    sales: bigint | null
  }>`
    select distinct on (d.concerns_month, d.activity_id)
           d.concerns_month, d.activity_id, d.state, d.returned_at is not null as is_returned, d.number, d.submitted_at, d.month,
           (select count(*)::integer from terreau.question q
             where q.cooperative_id = d.cooperative_id and q.declaration_id = d.id
               and q.answer is null and q.withdrawn_at is null and d.state = 'question') as waiting,
           (select sum(l.euro_cents)::bigint from terreau.sale_line l
              join terreau.declaration s on s.cooperative_id = l.cooperative_id and s.id = l.declaration_id
             where s.cooperative_id = d.cooperative_id and s.person_id = d.person_id
               and s.activity_id = d.activity_id and s.concerns_month = d.concerns_month
               and s.state <> 'draft') as sales
      from terreau.declaration d
     where d.cooperative_id = ${cooperativeId} and d.person_id in ${fileIds(cooperativeId, personId)}
     order by d.concerns_month, d.activity_id, d.sequence desc`.execute(tx)
  return new Map(
    rows.map((row) => [
      `${row.concernsMonth} ${row.activityId}`,
      {
        state: row.state,
        isReturned: row.isReturned,
        number: row.number,
        submittedAt: row.state === 'draft' ? null : (row.submittedAt?.toISOString() ?? null),
        bookMonth: yearMonth(row.month),
        waitingQuestions: row.waiting,
        salesCents: row.state === 'draft' ? null : cents(row.sales ?? 0n),
      },
    ]),
  )
}
