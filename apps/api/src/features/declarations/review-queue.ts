import { isLate } from '@terreau/domain/declarations/deadline'
import type { FlagContext } from '@terreau/domain/declarations/flags'
import { usualSales } from '@terreau/domain/declarations/usual-sales'
import { type Cents, cents, sumCents } from '@terreau/domain/money/cents'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import {
  compareMonths,
  monthOf,
  previousMonth,
  type YearMonth,
  yearMonth,
} from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isMonthClosed } from '../ledger/index.ts'
import { deadlineOf } from './own-months.ts'
import { QUEUE_PAGE_SIZE, type QueueRow, type QueueView, queuePage } from './queue-query.ts'
import {
  ceilingsIn,
  disputeOf,
  flagsOf,
  knownCurrencies,
  receiptThreshold,
} from './review-flags.ts'

/** The queue of a month; without one, the last month that is over. */
export async function reviewQueue(
  tx: Tx,
  ctx: Context,
  asked: { view: QueueView; month?: YearMonth | undefined; page: number },
) {
  const { cooperativeId } = ctx
  const firstMonth = await firstMonthOf(tx, cooperativeId)
  const last = previousMonth(monthOf(ctx.today))
  const month = asked.month ?? (compareMonths(last, firstMonth) < 0 ? firstMonth : last)
  const deadlineOn = await deadlineOf(tx, cooperativeId, month)
  const thresholdCents = await receiptThreshold(tx, cooperativeId, month)
  const ceilings = await ceilingsIn(tx, cooperativeId, month)
  const queue = await queuePage(tx, { cooperativeId, month, view: asked.view, page: asked.page })
  return {
    month,
    firstMonth,
    isMonthClosed: await isMonthClosed(tx, cooperativeId, month),
    counts: queue.counts,
    pageSize: QUEUE_PAGE_SIZE,
    rows: queue.rows.map((row) => queueRow(row, { month, deadlineOn, thresholdCents, ceilings })),
  }
}

function queueRow(
  row: QueueRow,
  context: {
    month: YearMonth
    deadlineOn: LocalDate
    thresholdCents: Cents
    ceilings: NonNullable<FlagContext['ceilings']>
  },
) {
  const { sales, expenses, trips, earlierCents, currencies, submittedOn, recapLineId, ...facts } =
    row
  const isSent = row.id !== null
  const usualCents = usualSales(earlierCents.map((text) => cents(BigInt(text))))
  const flagContext = {
    receiptThresholdCents: context.thresholdCents,
    ceilings: context.ceilings,
    usualSalesCents: usualCents,
    knownCurrencies: knownCurrencies(currencies),
  }
  const month = yearMonth(row.concernsMonth)
  return {
    ...facts,
    isAdjustment: month !== context.month,
    isLate: submittedOn !== null && isLate(localDate(submittedOn), context.deadlineOn),
    isNil: isSent && sales.length + expenses.length + trips === 0,
    salesCents: isSent ? sumCents(sales.map((sale) => cents(BigInt(sale.cents)))) : null,
    usualCents,
    flags: isSent
      ? flagsOf({ month, sales, expenses, dispute: disputeOf(row.recap, recapLineId) }, flagContext)
      : [],
  }
}

async function firstMonthOf(tx: Tx, cooperativeId: string): Promise<YearMonth> {
  const row = await tx
    .selectFrom('cooperative')
    .select('firstMonth')
    .where('id', '=', cooperativeId)
    .executeTakeFirstOrThrow()
  return yearMonth(row.firstMonth)
}
