import { randomUUID } from 'node:crypto'
import { isRole, isStaff } from '@terreau/domain/access/roles'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { checkSnooze } from '@terreau/domain/work-queue/snooze'
import type { WorkKind } from '@terreau/domain/work-queue/work-kinds'
import { formatDate } from '@terreau/i18n/format'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { askedBy, waitingItem } from './work-queue.ts'

interface Target {
  kind: WorkKind
  targetId: string
}
type Mark = 'snoozed' | 'assigned'

/** Puts a thing aside until a day, for a reason; it comes back by itself. */
export const snoozeWork = mutation({
  access: 'work.organize',
  async run(tx, ctx, input: Target & { until: LocalDate; reason: string }) {
    const { kind, targetId, until, reason } = input
    const item = found(await waitingItem(tx, await askedBy(tx, ctx), input))
    const checked = checkSnooze(item, { until, today: ctx.today })
    if (!checked.ok) {
      const { code, params } = checked.refusal
      const dueOn = item.dueOn === null ? '' : formatDate(item.dueOn, ctx.locale)
      const errors = [{ pointer: '/body/until', code, ...(params ? { params: { dueOn } } : {}) }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    await endMark(tx, ctx, input, 'snoozed')
    await insertMark(tx, ctx, {
      kind,
      targetId,
      personId: item.personId,
      mark: 'snoozed',
      untilOn: until,
      reason,
    })
    return outcome('work.snoozed', input, { until, reason })
  },
})

/** Takes a thing back before its day. */
export const wakeWork = mutation({
  access: 'work.organize',
  async run(tx, ctx, input: Target) {
    if (!(await endMark(tx, ctx, input, 'snoozed'))) throw new ProblemError('not-found')
    return outcome('work.woken', input, {})
  },
})

/** Gives a thing to a colleague, or back to everybody (null). */
export const assignWork = mutation({
  access: 'work.organize',
  async run(tx, ctx, input: Target & { userId: string | null }) {
    const { kind, targetId, userId } = input
    const item = found(await waitingItem(tx, await askedBy(tx, ctx), input))
    const hadOne = await endMark(tx, ctx, input, 'assigned')
    if (userId === null) {
      if (!hadOne) throw new ProblemError('not-found')
      return outcome('work.unassigned', input, {})
    }
    await requireColleague(tx, ctx, userId)
    await insertMark(tx, ctx, {
      kind,
      targetId,
      personId: item.personId,
      mark: 'assigned',
      assignedTo: userId,
    })
    return outcome('work.assigned', input, { userId })
  },
})

function outcome(
  action: 'work.snoozed' | 'work.woken' | 'work.assigned' | 'work.unassigned',
  { kind, targetId }: Target,
  after: Record<string, string>,
) {
  const entity = { kind: 'work', id: `${kind} ${targetId}` }
  return { value: { isDone: true } as const, audit: [{ action, entity, after }] as const }
}

async function requireColleague(tx: Tx, ctx: Context, userId: string): Promise<void> {
  const rows = await tx
    .selectFrom('membership')
    .select('role')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('userId', '=', userId)
    .execute()
  found(rows.find(({ role }) => isRole(role) && isStaff(role)))
}

async function endMark(tx: Tx, ctx: Context, { kind, targetId }: Target, mark: Mark) {
  const ended = await tx
    .updateTable('workMark')
    .set({ endedAt: ctx.now, endedBy: userIdOf(ctx) })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('kind', '=', kind)
    .where('targetId', '=', targetId)
    .where('mark', '=', mark)
    .where('endedAt', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}

interface NewMark extends Target {
  personId: string | null
  mark: Mark
  untilOn?: LocalDate
  reason?: string
  assignedTo?: string
}

async function insertMark(tx: Tx, ctx: Context, mark: NewMark): Promise<void> {
  const { cooperativeId, now } = ctx
  await tx
    .insertInto('workMark')
    .values({ cooperativeId, id: randomUUID(), ...mark, setBy: userIdOf(ctx), setAt: now })
    .execute()
}
