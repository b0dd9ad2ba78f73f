import { writeXlsx } from 'hucre/xlsx'
import { decimalText } from './write-csv.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A table as a workbook of one sheet, the first row naming the columns. A bigint is euro cents and becomes a
 * number with two decimals; a number stays as it is; a text is a text and never a formula.
 */
export async function xlsxBytes(
  rows: readonly (readonly (string | number | bigint)[])[],
  of: { name: string; modified: Date },
): Promise<Uint8Array> {
  const numbers = new Set(
    rows.flatMap((row) => row.flatMap((cell, at) => (isAmount(cell) ? [at] : []))),
  )
  const [heading = []] = rows
  return writeXlsx({
    sheets: [
      {
        name: of.name,
        columns: heading.map((_, at) =>
          numbers.has(at) ? { width: 16, numFmt: '#,##0.00' } : { width: 16 },
        ),
        rows: rows.map((row) =>
          row.map((cell) =>
            isAmount(cell) ? Number(decimalText(cell, '.')) : cell === '' ? null : cell,
          ),
        ),
        freezePane: { rows: 1 },
      },
    ],
    properties: { modified: of.modified },
  })
}

function isAmount(cell: string | number | bigint): cell is bigint {
  return typeof cell === 'bigint'
}
