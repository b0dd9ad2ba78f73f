import type { Reviewed } from './queries.ts'

export interface OrderedReceipt {
  id: string
  lineId: string
  isPdf: boolean
  /** Number of its line, as the table shows it; null for a line that was taken off. */
  line: number | null
}

/** The receipts in the order of their lines. */
export function orderedReceipts({ lines, receipts }: Reviewed): OrderedReceipt[] {
  const order = [...lines.sales, ...lines.expenses, ...lines.trips].map((line) => line.id)
  const place = (lineId: string) => {
    const index = order.indexOf(lineId)
    return index === -1 ? order.length : index
  }
  return receipts
    .toSorted((left, right) => place(left.lineId) - place(right.lineId))
    .map(({ id, lineId, mediaType }) => ({
      id,
      lineId,
      isPdf: mediaType === 'application/pdf',
      line: order.includes(lineId) ? place(lineId) + 1 : null,
    }))
}
