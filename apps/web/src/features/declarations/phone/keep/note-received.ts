import type { QueryClient } from '@tanstack/react-query'
import { type MonthView, ownQueries } from '../queries.ts'
import type { LateReceipt } from './late-receipts.ts'

/**
 * The server has these photos: their lines ask for none from now on. The month is read again after, which takes a
 * moment on a slow line and fails without one; meanwhile nobody is asked for the same receipt twice.
 */
export async function noteReceived(
  client: QueryClient,
  receipts: readonly Pick<LateReceipt, 'lineId'>[],
): Promise<void> {
  const received = new Set(receipts.map(({ lineId }) => lineId))
  const mark = <Line extends { id: string; receiptState: string }>(line: Line): Line =>
    received.has(line.id) ? { ...line, receiptState: 'attached' } : line
  client.setQueriesData<MonthView>(
    { queryKey: [...ownQueries.all, 'month'] },
    (view) =>
      view && {
        ...view,
        lines: {
          ...view.lines,
          sales: view.lines.sales.map(mark),
          expenses: view.lines.expenses.map(mark),
        },
      },
  )
  await client.invalidateQueries({ queryKey: ownQueries.all })
}
