import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { homeEndpoints } from '@terreau/protocol/home'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { blockingCodes } from '../closing/index.ts'
import { deadlineOf } from '../declarations/index.ts'
import { firstOpenMonth } from '../ledger/index.ts'
import { queueItems } from './queries.ts'

type Queue = HandlerOutput<(typeof homeEndpoints)[0]>
type Item = Queue['items'][number]

/** What waits for staff, the month to close included once nothing stops it any more. */
export async function workQueue(tx: Tx, ctx: Context): Promise<Queue> {
  const { cooperativeId, today } = ctx
  const openMonth = await firstOpenMonth(tx, cooperativeId)
  const deadlineOn = await deadlineOf(tx, cooperativeId, openMonth)
  const isOver = today > lastDay(openMonth)
  const { total, blocking, items } = await queueItems(tx, {
    cooperativeId,
    today,
    openMonth,
    deadlineOn,
    isOver,
  })
  const closing = (await isReady(tx, ctx, { openMonth, isOver, blocking }))
    ? [toClose(openMonth)]
    : []
  return {
    today,
    openMonth,
    deadlineOn,
    total: total + closing.length,
    blocking,
    items: [...closing, ...items],
  }
}

/** The same rule as the closing itself, asked only when nothing seen here contradicts it. */
async function isReady(
  tx: Tx,
  { cooperativeId, today }: Context,
  seen: { openMonth: YearMonth; isOver: boolean; blocking: number },
): Promise<boolean> {
  if (!seen.isOver || seen.blocking > 0) return false
  const codes = await blockingCodes(tx, { cooperativeId, month: seen.openMonth, today })
  return codes.length === 0
}

function toClose(month: YearMonth): Item {
  return {
    kind: 'close-month',
    targetId: month,
    personId: null,
    personName: '',
    activityName: '',
    month,
    since: null,
    dueOn: null,
    blocksClosing: false,
  }
}
