import type { TableRow } from '../../platform/tables/csv-records.ts'
import { folded } from './folded.ts'
import { quoted, type Report } from './refusal.ts'

/** The columns of a table; those that only some cooperatives need may be missing. */
export interface Columns {
  readonly wanted: readonly string[]
  readonly optional: readonly string[]
}

/** Where each column of a table stands in its lines. */
export interface Header {
  /** The titles as the file writes them, to know a title line that comes again. */
  titles: readonly string[]
  /** Position of each expected column. */
  positions: ReadonlyMap<string, number>
}

/**
 * The columns that a line of titles names, in any order. Accents, capitals, spaces and dashes do not part
 * two titles; such a reading is said. A column without title or unknown is left out when all its cells are
 * empty: it holds nothing. Null when a column is missing, unknown or named twice.
 */
export function readHeader(
  table: { file: string; header: TableRow; rows: readonly TableRow[] },
  columns: Columns,
  { refuse, remark }: Report,
): Header | null {
  const { file, header, rows } = table
  const at = { file, line: header.line }
  const titles = header.cells.map(plainTitle)
  const expected = new Map(everyColumn(columns).map((column) => [titleKey(column), column]))
  const positions = new Map<string, number>()
  const readAs: string[] = []
  let isRefused = false
  const refuseColumn = (...[column, code]: [string, Parameters<typeof refuse>[0]['code']]) => {
    isRefused = true
    refuse({ ...at, column: quoted(column), code, params: { column: quoted(column) } })
  }
  for (const column of columns.wanted) {
    if (!titles.some((title) => titleKey(title) === titleKey(column)))
      refuseColumn(column, 'column-missing')
  }
  for (const [position, title] of titles.entries()) {
    const column = expected.get(titleKey(title))
    if (column === undefined) {
      // A cell that is not there at all is a line cut short, not an empty column.
      const isEmpty = rows.every((row) => row.cells[position] === '')
      if (!isEmpty && title === '') refuseColumn(`n° ${position + 1}`, 'column-untitled')
      else if (!isEmpty) refuseColumn(title, 'column-unknown')
      else if (title !== '') {
        const params = { column: quoted(title) }
        remark({ ...at, column: quoted(title), code: 'column-empty', params })
      }
    } else if (positions.has(column)) refuseColumn(column, 'column-duplicate')
    else {
      positions.set(column, position)
      if (title !== column) readAs.push(`${quoted(title)} → ${column}`)
    }
  }
  if (isRefused) return null
  if (readAs.length > 0) {
    remark({ ...at, column: '', code: 'titles-read-as', params: { titles: readAs.join(', ') } })
  }
  return { titles, positions }
}

/** How many of the expected columns a line of titles names. */
export function columnsNamed(header: TableRow, columns: Columns): number {
  const keys = new Set(header.cells.map((cell) => titleKey(plainTitle(cell))))
  return everyColumn(columns).filter((column) => keys.has(titleKey(column))).length
}

/** Whether a line repeats the titles, as in files put end to end. */
export function repeatsTitles(row: TableRow, { titles }: Header): boolean {
  return row.cells.map(plainTitle).join(';') === titles.join(';')
}

function everyColumn({ wanted, optional }: Columns): string[] {
  return [...wanted, ...optional]
}

/** Files put end to end bring their marks of order along. */
function plainTitle(cell: string): string {
  return cell.replace(/^\ufeff/, '').toLowerCase()
}

function titleKey(title: string): string {
  return folded(title).replace(/[\s_'’-]+/g, '_')
}
