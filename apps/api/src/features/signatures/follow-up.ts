import { addDays, localDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { QueuedJob } from '../../platform/jobs/queue.ts'
import { delayOf } from './delays.ts'
import type { PartyRow, RequestRow } from './request-row.ts'

/** One job does all that time brings to a request; it looks at the state first, so it may run twice. */
export const FOLLOW_UP_JOB = 'signature-follow-up'

export type FollowUp = {
  cooperativeId: string
  requestId: string
} & ({ what: 'remind'; position: number } | { what: 'expire'; position: null })

/** Both reminders of a person who is asked now; none on the last day or after it. */
export async function reminderJobs(
  tx: Tx,
  ctx: Context,
  request: Pick<RequestRow, 'id' | 'expiresOn'>,
  party: PartyRow,
): Promise<QueuedJob[]> {
  if (party.personId === null) return []
  const days = [
    await delayOf(tx, ctx, 'signature_first_reminder_days'),
    await delayOf(tx, ctx, 'signature_second_reminder_days'),
  ]
  return [...new Set(days)]
    .filter((count) => addDays(ctx.today, count) <= request.expiresOn)
    .map((count) => ({
      name: FOLLOW_UP_JOB,
      payload: {
        cooperativeId: ctx.cooperativeId,
        requestId: request.id,
        what: 'remind',
        position: party.position,
      } satisfies FollowUp,
      key: `signature:${request.id}:${party.position}:${count}`,
      runAt: new Date(ctx.now.getTime() + count * DAY_MS),
    }))
}

/** Early on the day after the last one. */
export function expiryJob(ctx: Context, requestId: string, lastDay: string): QueuedJob {
  const { cooperativeId } = ctx
  return {
    name: FOLLOW_UP_JOB,
    payload: { cooperativeId, requestId, what: 'expire', position: null } satisfies FollowUp,
    key: `signature:${requestId}:end`,
    runAt: new Date(`${addDays(localDate(lastDay), 1)}T02:00:00Z`),
  }
}

const DAY_MS = 86_400_000
