import { retentionRule } from '@terreau/domain/retention/kinds'
import { addDays, localDate } from '@terreau/domain/time/local-date'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { personalDataEndpoints } from '@terreau/protocol/personal-data'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { dueKinds } from './due.ts'
import { isNightlyOn, type KindOutcome } from './run.ts'

type RetentionView = HandlerOutput<
  Extract<(typeof personalDataEndpoints)[number], { path: '/retention' }>
>

/** Every length with its text, what is over today, and what the last night did. */
export async function readRetention(tx: Tx, ctx: Context): Promise<RetentionView> {
  const due = await dueKinds(tx, ctx)
  const isNightly = await isNightlyOn(tx, ctx)
  return {
    isNightlyOn: isNightly,
    nextRunOn: addDays(ctx.today, 1),
    lastRun: await lastRun(tx, ctx),
    kinds: due.map(({ kind, months, isSet, files, rows, oldest, held }) => {
      const { source, readOn, isObliged, setting, effect, start, isAlwaysErased } =
        retentionRule(kind)
      return {
        kind,
        months,
        source,
        readOn,
        isObliged,
        effect,
        start,
        isToConfirm: setting !== undefined && !isSet,
        isErasedNightly: isNightly || isAlwaysErased,
        files: files.length,
        rows,
        oldest,
        held,
      }
    }),
  }
}

async function lastRun(tx: Tx, ctx: Context): Promise<RetentionView['lastRun']> {
  const row = await tx
    .selectFrom('retentionRun')
    .select(['ranOn', 'startedAt', 'endedAt', 'outcome'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const outcome = row.outcome as unknown as KindOutcome[]
  return {
    ranOn: localDate(row.ranOn),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    erased: outcome.reduce((sum, kind) => sum + (kind.erased ?? 0), 0),
    waiting: outcome.reduce((sum, kind) => sum + (kind.erased === null ? kind.files : 0), 0),
  }
}
