import { bankCreditsEndpoints } from '@terreau/protocol/bank-credits'
import { pick } from '@terreau/protocol/endpoint'
import { expensesEndpoints } from '@terreau/protocol/expenses'
import { mount, type Router } from '../../platform/http/mount.ts'
import { noteBankCredit, withdrawBankCredit } from './bank/note-bank-credit.ts'
import { expensesCsv } from './expenses/expenses-csv.ts'
import { listExpenses } from './expenses/list-expenses.ts'
import { exportExpenses, noteExpenses } from './expenses/note-expenses.ts'

/** What moves at the bank: what is paid back to people, and what came for sales in a foreign currency. */
export function mountBank(router: Router): void {
  const list = expensesEndpoints
  mount(router, pick(list, 'GET /expenses'), ({ ctx, tx, query }) => listExpenses(tx, ctx, query))
  mount(router, pick(list, 'POST /expenses/acts'), ({ ctx, body }) => noteExpenses(ctx, body))
  mount(router, pick(list, 'POST /expenses/exports'), ({ ctx }) => exportExpenses(ctx, undefined))
  mount(router, pick(list, 'GET /expenses/exports/:expenseExportId'), ({ ctx, tx, params }) =>
    expensesCsv(tx, ctx, params.expenseExportId),
  )
  const [note, withdraw] = bankCreditsEndpoints
  mount(router, note, async ({ ctx, params, body }) => {
    await noteBankCredit(ctx, { declarationId: params.id, lineId: params.lineId, ...body })
    return undefined
  })
  mount(router, withdraw, async ({ ctx, params }) => {
    await withdrawBankCredit(ctx, { declarationId: params.id, lineId: params.lineId })
    return undefined
  })
}
