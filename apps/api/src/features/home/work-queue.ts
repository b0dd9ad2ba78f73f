import { yearsEndedBefore } from '@terreau/domain/pay/financial-year'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import {
  ALL_WORK_KINDS,
  PERSON_WORK_KINDS,
  WORK_KINDS,
  type WorkKind,
  type WorkTopic,
} from '@terreau/domain/work-queue/work-kinds'
import { localDateCodec } from '@terreau/protocol/codecs'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { homeEndpoints } from '@terreau/protocol/home'
import { z } from 'zod'
import { type Context, userIdOf } from '../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { blockingCodes } from '../closing/index.ts'
import { deadlineOf } from '../declarations/index.ts'
import { firstOpenMonth } from '../ledger/index.ts'
import { yearBeginnings } from '../settings/index.ts'
import type { Asked } from './sources/source.ts'
import { waitingRows } from './waiting-rows.ts'

const day = z.union([z.literal('infinity'), localDateCodec])
/** The rank of the last row of a page, as the database wrote it. */
const rankShape = z.tuple([
  z.string().regex(/^\d{1,2}$/),
  z.string().regex(/^\d{1,2}$/),
  day,
  z.string().regex(/^(\d{1,11}(\.\d{1,6})?|Infinity)$/),
  z.string().max(60),
  z.string().max(200),
])

type Queue = HandlerOutput<(typeof homeEndpoints)[0]>
type Item = Queue['items'][number]
type OwnTasks = HandlerOutput<(typeof homeEndpoints)[2]>

interface QueueFilter {
  view: 'waiting' | 'snoozed'
  topic?: WorkTopic | undefined
  inCharge?: string | undefined
  personId?: string | undefined
  after?: string | undefined
}

/** What waits for staff, the month to close included once nothing stops it any more. */
export async function workQueue(tx: Tx, ctx: Context, filter: QueueFilter): Promise<Queue> {
  const asked = await askedBy(tx, ctx)
  const { openMonth, deadlineOn, isOver } = asked
  const { topic, personId, view } = filter
  const kinds = ALL_WORK_KINDS.filter(
    (kind) => topic === undefined || WORK_KINDS[kind].topic === topic,
  )
  const inCharge = filter.inCharge === 'me' ? userIdOf(ctx) : (filter.inCharge ?? null)
  const after = decodeCursor(filter.after, rankShape)
  const found = await waitingRows(tx, asked, {
    kinds,
    isSnoozed: view === 'snoozed',
    inCharge,
    personId: personId ?? null,
    after,
  })
  const mayBeReady =
    view === 'waiting' && inCharge === null && personId === undefined && after === null
  const isShown = mayBeReady && kinds.includes('close-month')
  const closing =
    isShown && (await isReady(tx, ctx, { openMonth, isOver, blocking: found.blocking }))
      ? [toClose(openMonth)]
      : []
  return {
    today: ctx.today,
    readAt: ctx.now.toISOString(),
    openMonth,
    deadlineOn,
    total: found.total + closing.length,
    blocking: found.blocking,
    isMore: found.isMore,
    snoozed: await countSnoozed(tx, ctx),
    items: [...closing, ...found.items],
    next: found.next === null ? null : encodeCursor(found.next),
  }
}

/** What waits for the person who asks: the rows of the same sources that a person must do. */
export async function ownTasks(tx: Tx, ctx: Context): Promise<OwnTasks> {
  const { items } = await waitingRows(tx, await askedBy(tx, ctx), {
    kinds: PERSON_WORK_KINDS,
    isSnoozed: null,
    personId: ownPersonId(ctx),
  })
  return {
    today: ctx.today,
    items: items.map(
      ({ snoozed: _s, assignee: _a, referentName: _r, latestSnoozeOn: _l, ...item }) => item,
    ),
  }
}

/** One thing by its name, if it still waits. */
export async function waitingItem(
  tx: Tx,
  asked: Asked,
  { kind, targetId }: { kind: WorkKind; targetId: string },
) {
  const { items } = await waitingRows(tx, asked, { kinds: [kind], isSnoozed: null, targetId })
  return items.find((item) => item.kind === kind && item.targetId === targetId)
}

/** Of how many financial years the work is still looked for. */
const YEARS_BACK = 3

export async function askedBy(tx: Tx, { cooperativeId, today }: Context): Promise<Asked> {
  const openMonth = await firstOpenMonth(tx, cooperativeId)
  return {
    cooperativeId,
    today,
    openMonth,
    deadlineOn: await deadlineOf(tx, cooperativeId, openMonth),
    isOver: today > lastDay(openMonth),
    closedYears: yearsEndedBefore(
      firstDay(openMonth),
      await yearBeginnings(tx, cooperativeId),
      YEARS_BACK,
    ),
  }
}

/** How many marks still put something aside; a thing that is done meanwhile leaves when it is opened. */
async function countSnoozed(tx: Tx, { cooperativeId, today }: Context): Promise<number> {
  const { count } = await tx
    .selectFrom('workMark')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('cooperativeId', '=', cooperativeId)
    .where('mark', '=', 'snoozed')
    .where('endedAt', 'is', null)
    .where('untilOn', '>', today)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The same rule as the closing itself, asked only when nothing seen here contradicts it. */
export async function isReady(
  tx: Tx,
  ctx: Context,
  seen: { openMonth: YearMonth; isOver: boolean; blocking: number },
): Promise<boolean> {
  if (!seen.isOver || seen.blocking > 0) return false
  const { codes } = await blockingCodes(tx, ctx, seen.openMonth)
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
    latestSnoozeOn: null,
    snoozed: null,
    assignee: null,
    referentName: null,
  }
}
