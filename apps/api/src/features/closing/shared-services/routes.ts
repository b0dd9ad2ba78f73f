import type { YearMonth } from '@terreau/domain/time/year-month'
import { pick } from '@terreau/protocol/endpoint'
import { sharedServicesEndpoints as on } from '@terreau/protocol/shared-services'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { readFile } from '../../../platform/files/store.ts'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { found } from '../../../platform/problem-error.ts'
import { accountCsv, accountWorkbook } from './account-files.ts'
import { accountOfYear } from './account-of-year.ts'
import { addLine, changeLine, removeLine } from './edit-lines.ts'
import { beginCorrection, dropCorrection, giveAccount } from './give-account.ts'
import { documentFileId, ownAccounts } from './own-accounts.ts'
import { booksOf, listSharedServices } from './years.ts'

export function mountSharedServices(router: Router): void {
  mount(router, pick(on, 'GET /shared-services'), ({ tx, ctx }) => listSharedServices(tx, ctx))
  mount(router, pick(on, 'GET /shared-services/:firstMonth'), ({ tx, ctx, params, query }) =>
    accountOfYear(tx, ctx, { ...params, ...query }),
  )
  mount(
    router,
    pick(on, 'GET /shared-services/:firstMonth/table'),
    async ({ tx, ctx, params, query }) =>
      accountCsv(await accountOfYear(tx, ctx, { ...params, ...query }), ctx),
  )
  mount(
    router,
    pick(on, 'GET /shared-services/:firstMonth/workbook'),
    async ({ tx, ctx, params, query }) =>
      accountWorkbook(await accountOfYear(tx, ctx, { ...params, ...query }), ctx),
  )
  mount(
    router,
    pick(on, 'GET /shared-services/:firstMonth/document'),
    ({ tx, ctx, params, query }) => givenDocument(tx, ctx, { ...params, ...query }),
  )
  mount(router, pick(on, 'POST /shared-services/:firstMonth/lines'), ({ ctx, params, body }) =>
    addLine(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(on, 'PUT /shared-services/:firstMonth/lines/:lineId'),
    ({ ctx, params, body }) => changeLine(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'DELETE /shared-services/:firstMonth/lines/:lineId'), ({ ctx, params }) =>
    removeLine(ctx, params),
  )
  mount(router, pick(on, 'POST /shared-services/:firstMonth/giving'), ({ ctx, params, body }) =>
    giveAccount(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'POST /shared-services/:firstMonth/correction'), ({ ctx, params, body }) =>
    beginCorrection(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'DELETE /shared-services/:firstMonth/correction'), ({ ctx, params }) =>
    dropCorrection(ctx, params),
  )
  mount(router, pick(on, 'GET /me/shared-services'), ({ tx, ctx }) => ownAccounts(tx, ctx))
  mount(router, pick(on, 'GET /me/shared-services/:firstMonth/document'), ({ tx, ctx, params }) =>
    givenDocument(tx, ctx, params),
  )
}

/** The document of a version; without one, of the last that was given. */
async function givenDocument(
  tx: Tx,
  ctx: Context,
  { firstMonth, version: asked }: { firstMonth: YearMonth; version?: number | undefined },
) {
  const { given } = await booksOf(tx, ctx)
  const version = asked ?? found(given.find((one) => one.firstMonth === firstMonth)).version
  const fileId = found(await documentFileId(tx, ctx, { firstMonth, version }))
  return { ...(await readFile(tx, ctx.cooperativeId, fileId)), isInline: true }
}
