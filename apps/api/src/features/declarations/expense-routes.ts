import { pick } from '@terreau/protocol/endpoint'
import { expensesEndpoints } from '@terreau/protocol/expenses'
import { mount, type Router } from '../../platform/http/mount.ts'
import { expensesCsv } from './expenses/expenses-csv.ts'
import { listExpenses } from './expenses/list-expenses.ts'
import { exportExpenses, noteExpenses } from './expenses/note-expenses.ts'

/** What is paid back to people. */
export function mountExpenses(router: Router): void {
  const list = expensesEndpoints
  mount(router, pick(list, 'GET /expenses'), ({ ctx, tx, query }) => listExpenses(tx, ctx, query))
  mount(router, pick(list, 'POST /expenses/acts'), ({ ctx, body }) => noteExpenses(ctx, body))
  mount(router, pick(list, 'POST /expenses/exports'), ({ ctx }) => exportExpenses(ctx, undefined))
  mount(router, pick(list, 'GET /expenses/exports/:expenseExportId'), ({ ctx, tx, params }) =>
    expensesCsv(tx, ctx, params.expenseExportId),
  )
}
