import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { homeEndpoints } from '@terreau/protocol/home'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { blockingCodes } from '../closing/index.ts'
import { deadlineOf } from '../declarations/index.ts'
import { firstOpenMonth } from '../ledger/index.ts'
import type { Asked } from './sources/source.ts'
import { waitingRows } from './waiting-rows.ts'

type Queue = HandlerOutput<(typeof homeEndpoints)[0]>
type Item = Queue['items'][number]
type OwnTasks = HandlerOutput<(typeof homeEndpoints)[1]>

/** What waits for staff, the month to close included once nothing stops it any more. */
export async function workQueue(tx: Tx, ctx: Context): Promise<Queue> {
  const asked = await askedBy(tx, ctx, null)
  const { openMonth, deadlineOn, isOver } = asked
  const { total, blocking, items } = await waitingRows(tx, asked, 'anyone')
  const closing = (await isReady(tx, ctx, { openMonth, isOver, blocking }))
    ? [toClose(openMonth)]
    : []
  return {
    today: ctx.today,
    openMonth,
    deadlineOn,
    total: total + closing.length,
    blocking,
    items: [...closing, ...items],
  }
}

/** What waits for the person who asks: the rows of the same sources that a person must do. */
export async function ownTasks(tx: Tx, ctx: Context): Promise<OwnTasks> {
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  if (personId === null) return { today: ctx.today, items: [] }
  const { items } = await waitingRows(tx, await askedBy(tx, ctx, personId), 'person')
  return { today: ctx.today, items }
}

async function askedBy(
  tx: Tx,
  { cooperativeId, today }: Context,
  personId: string | null,
): Promise<Asked> {
  const openMonth = await firstOpenMonth(tx, cooperativeId)
  return {
    cooperativeId,
    today,
    openMonth,
    deadlineOn: await deadlineOf(tx, cooperativeId, openMonth),
    isOver: today > lastDay(openMonth),
    personId,
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
    activityId: null,
    activityName: '',
    month,
    since: null,
    dueOn: null,
    consequence: 'blocks-pay',
    article: '',
    group: 'today',
  }
}
