import { pick } from '@terreau/protocol/endpoint'
import { tutoringTimeSheetEndpoints } from '@terreau/protocol/tutoring-time-sheets'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { readTimeSheet } from './read-time-sheet.ts'
import { timeSheetCsv, timeSheetDocument, timeSheetWorkbook } from './time-sheet-files.ts'

const on = tutoringTimeSheetEndpoints

export function mountTimeSheets(router: Router): void {
  mount(router, pick(on, 'GET /tutoring/time-sheets/:personId'), ({ tx, ctx, params, query }) =>
    readTimeSheet(tx, ctx, { ...params, ...query }),
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
}
