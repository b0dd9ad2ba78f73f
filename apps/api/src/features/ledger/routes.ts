import type { YearMonth } from '@terreau/domain/time/year-month'
import { ledgerEndpoints } from '@terreau/protocol/ledger'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile } from '../../platform/files/store.ts'
import { mount, type Router } from '../../platform/http/mount.ts'
import { listAccounts, listPostings } from './list-postings.ts'
import { monthsOf } from './months-of.ts'
import { myAccounts, myAccountsOn, myActivityId } from './my-account.ts'
import { ownLinesOnly } from './shared-with.ts'
import { accountView, staffAccountView, statementFileId } from './views.ts'

const [
  activityAccount,
  activityStatement,
  postings,
  accounts,
  ownAccounts,
  ownMonths,
  ownOnDay,
  ownMonth,
  ownStatement,
] = ledgerEndpoints

export function mountLedger(router: Router): void {
  mount(router, activityAccount, ({ tx, ctx, params, query }) =>
    staffAccountView(tx, ctx.cooperativeId, params.activityId, query),
  )
  mount(router, activityStatement, ({ tx, ctx, params }) =>
    statement(tx, ctx, params.activityId, params.month),
  )
  mount(router, postings, ({ tx, ctx, query }) => listPostings(tx, ctx.cooperativeId, query))
  mount(router, accounts, ({ tx, ctx }) => listAccounts(tx, ctx.cooperativeId))
  mount(router, ownAccounts, ({ tx, ctx }) => myAccounts(tx, ctx))
  mount(router, ownMonths, async ({ tx, ctx, query }) => {
    const activityId = await myActivityId(tx, ctx, query.activityId)
    return monthsOf(tx, ctx.cooperativeId, activityId, query.before)
  })
  mount(router, ownOnDay, ({ tx, ctx, query }) => myAccountsOn(tx, ctx, query.day))
  mount(router, ownMonth, async ({ tx, ctx, params, query }) => {
    const activityId = await myActivityId(tx, ctx, query.activityId)
    return ownLinesOnly(tx, ctx, await accountView(tx, ctx.cooperativeId, activityId, params))
  })
  mount(router, ownStatement, async ({ tx, ctx, params, query }) =>
    statement(tx, ctx, await myActivityId(tx, ctx, query.activityId), params.month),
  )
}

async function statement(tx: Tx, ctx: Context, activityId: string, month: YearMonth) {
  const fileId = await statementFileId(tx, ctx.cooperativeId, activityId, month)
  return { ...(await readFile(tx, ctx.cooperativeId, fileId)), isInline: true }
}
