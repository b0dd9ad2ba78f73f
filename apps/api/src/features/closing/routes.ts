import type { YearMonth } from '@terreau/domain/time/year-month'
import { closingEndpoints } from '@terreau/protocol/closing'
import { streamSSE } from 'hono/streaming'
import type { Context } from '../../platform/context.ts'
import { enterCooperative, inTransaction } from '../../platform/db/transaction.ts'
import { type EventsAnswer, mount, type Router } from '../../platform/http/mount.ts'
import type { Services } from '../../platform/services.ts'
import { closingChecks } from './checks.ts'
import { closeMonth } from './close-month.ts'
import { closingDetail, listClosings } from './closings.ts'
import { decideForMissing, takeBackPostponement } from './decide-for-missing.ts'
import { previewClosing } from './figures.ts'
import { journalCsv } from './journal-csv.ts'
import { closingTopic, statementProgress } from './progress.ts'
import { reopenMonth } from './reopen-month.ts'
import { closingVersions } from './versions.ts'

const [list, checks, preview, nil, postponement, close, reopen, versions, detail, events, journal] =
  closingEndpoints

export function mountClosing(router: Router): void {
  mount(router, list, ({ tx, ctx }) => listClosings(tx, ctx.cooperativeId, ctx.today))
  mount(router, checks, ({ tx, ctx, params }) =>
    closingChecks(tx, { cooperativeId: ctx.cooperativeId, month: params.month, today: ctx.today }),
  )
  mount(router, preview, ({ tx, ctx, params }) =>
    previewClosing(tx, ctx.cooperativeId, params.month),
  )
  mount(router, nil, ({ ctx, params, body }) => decideForMissing(ctx, { ...params, ...body }))
  mount(router, postponement, ({ ctx, params }) => takeBackPostponement(ctx, params))
  mount(router, close, ({ ctx, params, body }) => closeMonth(ctx, { ...params, ...body }))
  mount(router, reopen, ({ ctx, params, body }) => reopenMonth(ctx, { ...params, ...body }))
  mount(router, versions, ({ tx, ctx, params }) =>
    closingVersions(tx, ctx.cooperativeId, params.month),
  )
  mount(router, detail, ({ tx, ctx, params }) => closingDetail(tx, ctx.cooperativeId, params.month))
  mount(router, events, async ({ ctx, params }) =>
    progressEvents(router.services, ctx, params.month),
  )
  mount(router, journal, async ({ tx, ctx, params }) => ({
    mediaType: 'text/csv; charset=utf-8',
    fileName: `journal-${params.month}.csv`,
    bytes: await journalCsv(tx, ctx.cooperativeId, params.month, ctx.locale),
  }))
}

const KEEP_ALIVE_MS = 15_000

/**
 * Events 'progress' { done, total }. The first one is the state when the stream opens, read after the
 * subscription, so that nothing falls between; each has an id, and a reader who comes back starts anew.
 */
function progressEvents(services: Services, ctx: Context, month: YearMonth): EventsAnswer {
  const { cooperativeId } = ctx
  const topic = closingTopic(month)
  return {
    open: (c) =>
      streamSSE(c, async (stream) => {
        let id = 0
        const send = (data: unknown) => {
          id += 1
          return stream.writeSSE({ event: 'progress', id: String(id), data: JSON.stringify(data) })
        }
        const stop = services.events.subscribe(cooperativeId, topic, (data) => void send(data))
        stream.onAbort(stop)
        await send(await progressNow(services, cooperativeId, month))
        while (!stream.aborted && !stream.closed) {
          await stream.sleep(KEEP_ALIVE_MS)
          await stream.write(': still here\n\n')
        }
        stop()
      }),
  }
}

function progressNow(services: Services, cooperativeId: string, month: YearMonth) {
  return inTransaction(
    services.db,
    async (tx) => {
      await enterCooperative(tx, cooperativeId)
      return statementProgress(tx, cooperativeId, month)
    },
    { guard: false, mayRetry: true },
  )
}
