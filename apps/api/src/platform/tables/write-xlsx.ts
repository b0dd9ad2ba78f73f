import { writeXlsx } from 'hucre/xlsx'
import { type DayCell, decimalText } from './write-csv.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Cell = string | number | bigint | DayCell

/**
 * A table as a workbook of one sheet, the first row naming the columns. A bigint is euro cents and becomes a
 * number with two decimals; a day becomes a date; a number stays as it is; a text is a text and never a formula.
 */
export async function xlsxBytes(
  rows: readonly (readonly Cell[])[],
  of: { name: string; modified: Date },
): Promise<Uint8Array> {
  const columnsOf = (isOf: (cell: Cell) => boolean) =>
    new Set(rows.flatMap((row) => row.flatMap((cell, at) => (isOf(cell) ? [at] : []))))
  const numbers = columnsOf(isAmount)
  const days = columnsOf(isDay)
  const [heading = []] = rows
  return writeXlsx({
    sheets: [
      {
        name: of.name,
        columns: heading.map((_, at) =>
          numbers.has(at)
            ? { width: 16, numFmt: '#,##0.00' }
            : days.has(at)
              ? { width: 16, numFmt: 'dd/mm/yyyy' }
              : { width: 16 },
        ),
        rows: rows.map((row) => row.map(writtenCell)),
        freezePane: { rows: 1 },
      },
    ],
    properties: { modified: of.modified },
  })
}

function writtenCell(cell: Cell): string | number | Date | null {
  if (isAmount(cell)) return Number(decimalText(cell, '.'))
  if (isDay(cell)) return new Date(`${cell.day}T00:00:00Z`)
  return cell === '' ? null : cell
}

function isDay(cell: Cell): cell is DayCell {
  return typeof cell === 'object'
}

function isAmount(cell: Cell): cell is bigint {
  return typeof cell === 'bigint'
}
