import { monthOf } from '@terreau/domain/time/year-month'
import { pick } from '@terreau/protocol/endpoint'
import { payEndpoints } from '@terreau/protocol/pay'
import { paySlipEndpoints } from '@terreau/protocol/pay-slips'
import { AfterTransaction, mount, type Router } from '../../platform/http/mount.ts'
import { decideVariable } from './decide-variable.ts'
import { estimate } from './estimate.ts'
import { exportState } from './export-by-two.ts'
import { exportedFiles, exportVariables } from './export-variables.ts'
import { isEmployee } from './is-employee.ts'
import { payLines } from './pay-lines.ts'
import { salaryTermsOf } from './salary-terms-of.ts'
import { importSlips, previewSlips } from './slips/import-slips.ts'
import { listSlips } from './slips/list-slips.ts'
import { undoSlips } from './slips/undo-slips.ts'
import { variableLines } from './variable-lines.ts'

export function mountPay(router: Router): void {
  mountSlips(router)
  mount(router, pick(payEndpoints, 'GET /me/salary-estimate'), async ({ tx, ctx, query }) => {
    const terms = await salaryTermsOf(tx, ctx.cooperativeId, monthOf(ctx.today))
    const hasContract = await isEmployee(tx, ctx)
    return new AfterTransaction(async () => ({
      ...(await estimate(ctx, terms, query)),
      isEmployee: hasContract,
    }))
  })
  mount(router, pick(payEndpoints, 'GET /salary-estimate'), async ({ tx, ctx, query }) => {
    const { month, headcount, ...wish } = query
    const decided = await salaryTermsOf(tx, ctx.cooperativeId, month ?? monthOf(ctx.today))
    const terms = headcount === undefined ? decided : { ...decided, headcount }
    return new AfterTransaction(() => estimate(ctx, terms, wish))
  })
  mount(router, pick(payEndpoints, 'GET /pay/:month'), async ({ tx, ctx, params }) => {
    const lines = await payLines(tx, ctx.cooperativeId, params.month)
    return lines.map(({ isPaid: _, ...line }) => line)
  })
  mount(router, pick(payEndpoints, 'GET /pay/:month/export'), ({ tx, ctx, params }) =>
    exportState(tx, ctx, params.month),
  )
  mount(router, pick(payEndpoints, 'POST /pay/:month/exports'), ({ ctx, params, body }) =>
    exportVariables(ctx, { ...params, ...body }),
  )
  mount(router, pick(payEndpoints, 'GET /pay/:month/exports'), ({ tx, ctx, params }) =>
    exportedFiles(tx, ctx, params.month),
  )
  mount(router, pick(payEndpoints, 'GET /pay/:month/variable'), ({ tx, ctx, params }) =>
    variableLines(tx, ctx.cooperativeId, params.month),
  )
  mount(router, pick(payEndpoints, 'POST /pay/:month/decisions'), ({ ctx, params, body }) =>
    decideVariable(ctx, { ...params, ...body }),
  )
}

function mountSlips(router: Router): void {
  const [list, preview, confirm, undo] = paySlipEndpoints
  mount(router, list, ({ tx, ctx, params }) => listSlips(tx, ctx.cooperativeId, params.month))
  mount(router, preview, ({ ctx, params, body }) =>
    previewSlips(ctx, { month: params.month, file: body }),
  )
  mount(router, confirm, ({ ctx, params, query, body }) => {
    const { fingerprint } = query
    return importSlips(ctx, { month: params.month, file: body, fingerprint })
  })
  mount(router, undo, ({ ctx, params }) => undoSlips(ctx, params))
}
