import { pick } from '@terreau/protocol/endpoint'
import { tutoringTimeSheetEndpoints } from '@terreau/protocol/tutoring-time-sheets'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { addOperation, changeOperation, listOperations, operationVersions } from './operations.ts'
import { readTimeSheet } from './read-time-sheet.ts'
import { receiveSheet } from './receive-sheet.ts'
import { timeSheetCsv, timeSheetDocument, timeSheetWorkbook } from './time-sheet-files.ts'

const on = tutoringTimeSheetEndpoints

export function mountTimeSheets(router: Router): void {
  mount(
    router,
    pick(on, 'GET /tutoring/time-sheets/:personId'),
    async ({ tx, ctx, params, query }) => {
      const { fingerprint: _, ...sheet } = await readTimeSheet(tx, ctx, { ...params, ...query })
      return sheet
    },
  )
  mount(
    router,
    pick(on, 'GET /tutoring/time-sheets/:personId/table'),
    async ({ tx, ctx, params, query }) =>
      timeSheetCsv(await readTimeSheet(tx, ctx, { ...params, ...query }), ctx.locale),
  )
  mount(
    router,
    pick(on, 'GET /tutoring/time-sheets/:personId/workbook'),
    async ({ tx, ctx, params, query }) =>
      timeSheetWorkbook(await readTimeSheet(tx, ctx, { ...params, ...query }), ctx),
  )
  mount(
    router,
    pick(on, 'GET /tutoring/time-sheets/:personId/document'),
    async ({ tx, ctx, params, query }) =>
      timeSheetDocument(tx, ctx, await readTimeSheet(tx, ctx, { ...params, ...query })),
  )
  mount(
    router,
    pick(on, 'POST /tutoring/time-sheets/:personId/paper'),
    ({ ctx, params, query: { fileName: _, ...query }, body }) =>
      receiveSheet(ctx, { ...params, ...query, file: body }),
  )
  mount(router, pick(on, 'GET /tutoring/operations'), ({ tx, ctx }) => listOperations(tx, ctx))
  mount(router, pick(on, 'GET /tutoring/operations/:operationId/versions'), ({ tx, ctx, params }) =>
    operationVersions(tx, ctx, params.operationId),
  )
  mount(router, pick(on, 'POST /tutoring/operations'), ({ ctx, body }) => addOperation(ctx, body))
  mount(router, pick(on, 'PUT /tutoring/operations/:operationId'), ({ ctx, params, body }) =>
    changeOperation(ctx, { ...params, ...body }),
  )
}
