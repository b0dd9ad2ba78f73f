import { closingEndpoints } from '@terreau/protocol/closing'
import { mount, type Router } from '../../platform/http/mount.ts'
import { progressEvents } from '../../platform/progress-events.ts'
import { closingChecks } from './checks.ts'
import { closeMonth } from './close-month.ts'
import { closingDetail, listClosings } from './closings.ts'
import { decideForMissing, takeBackPostponement } from './decide-for-missing.ts'
import { previewClosing } from './figures.ts'
import { journalCsv, journalXlsx } from './journal-files.ts'
import { closingTopic, statementProgress } from './progress.ts'
import { reopenMonth } from './reopen-month.ts'
import { retryStatements } from './retry-statements.ts'
import { mountSharedServices } from './shared-services/routes.ts'
import { statementsArchive } from './statements-archive.ts'
import { closingVersions } from './versions.ts'

const [
  list,
  checks,
  preview,
  nil,
  postponement,
  close,
  reopen,
  versions,
  detail,
  events,
  journal,
  workbook,
  archive,
  retry,
] = closingEndpoints

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
    progressEvents(router.services, ctx, {
      topic: closingTopic(params.month),
      now: (tx) => statementProgress(tx, ctx.cooperativeId, params.month),
    }),
  )
  mount(router, journal, ({ tx, ctx, params }) =>
    journalCsv(tx, ctx.cooperativeId, params.month, ctx.locale),
  )
  mount(router, workbook, ({ tx, ctx, params }) => journalXlsx(tx, ctx, params.month))
  mount(router, archive, ({ tx, ctx, params }) =>
    statementsArchive(router.services, ctx, tx, params.month),
  )
  mount(router, retry, ({ ctx, params, body }) => retryStatements(ctx, { ...params, ...body }))
  mountSharedServices(router)
}
