import { csvRecords, type TableRow } from '../../platform/tables/csv-records.ts'
import type { Refuse, Report } from './refusal.ts'
import {
  type Columns,
  columnsNamed,
  type Header,
  readHeader,
  repeatsTitles,
} from './table-header.ts'

export interface CsvFile {
  name: string
  bytes: Uint8Array
}

/** A line of a file, with its place. Cells are composed (NFC) and trimmed. */
export interface CsvRow {
  file: string
  line: number
  /** Empty for an optional column that the file does not have. */
  cell(column: string): string
}

/**
 * The lines of a file that has these columns. Strict UTF-8 with or without BOM; semicolons, or tabs or
 * commas when the titles leave no doubt. What cannot be read is refused with its place; lines of empty
 * cells, which spreadsheets leave, are skipped.
 */
export function readTable(file: CsvFile, columns: Columns, report: Report): CsvRow[] {
  const { refuse } = report
  const text = decode(file, refuse)
  if (text === null) return []
  const parsed = parseRecords(file.name, text, { columns, refuse })
  if (parsed === null) return []
  const { records, delimiter } = parsed
  const [titles, ...rows] = records
  if (titles === undefined) {
    refuse({ file: file.name, line: 0, column: '', code: 'file-empty', params: {} })
    return []
  }
  const table = { file: file.name, header: titles, rows: rows.filter(isNotEmpty) }
  const header = readHeader(table, columns, report)
  if (header === null) return []
  const place = { file: file.name, line: titles.line, column: '', params: {} }
  if (delimiter === ',' && table.rows.some((row) => !fits(row, titles))) {
    refuse({ ...place, code: 'delimiter-wrong' })
    return []
  }
  if (delimiter !== ';') report.remark({ ...place, code: `separator-${SEPARATORS[delimiter]}` })
  return table.rows.flatMap((row) => {
    const at = { ...place, line: row.line }
    if (repeatsTitles(row, header)) {
      refuse({ ...at, code: 'header-repeated' })
      return []
    }
    if (fits(row, titles)) return [toRow(file.name, row, { header, columns })]
    const params = { found: String(row.cells.length), expected: String(titles.cells.length) }
    refuse({ ...at, code: 'cells-count', params })
    return []
  })
}

function decode({ name, bytes }: CsvFile, refuse: Refuse): string | null {
  if (isSpreadsheet(bytes)) {
    refuse({ file: name, line: 0, column: '', code: 'file-spreadsheet', params: {} })
    return null
  }
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16 || bytes.includes(0)) {
    refuse({ file: name, line: 1, column: '', code: 'encoding-utf16', params: {} })
    return null
  }
  const line = firstLineThatIsNotUtf8(bytes)
  if (line !== null) {
    refuse({ file: name, line, column: '', code: 'encoding-not-utf8', params: {} })
    return null
  }
  // Some programs name the separator on a line of its own, for Excel; the titles say it as well.
  return new TextDecoder('utf-8').decode(bytes).replace(/^sep=.(?=\r?\n)/i, '')
}

/** The first bytes of a zip (xlsx, ods) and of an old Excel file: a workbook that was only renamed. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return start === '504b0304' || start === 'd0cf11e0'
}

/** A line feed is never part of another UTF-8 character, so each line can be read alone. */
function firstLineThatIsNotUtf8(bytes: Uint8Array): number | null {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let line = 1; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed === -1 ? bytes.length : feed + 1
    try {
      strict.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end
  }
  return null
}

type Delimiter = ';' | '\t' | ','

const SEPARATORS = { '\t': 'tab', ',': 'comma' } as const

/** The lines, cut where the titles say: semicolons unless another separator names more of the columns; null when refused. */
function parseRecords(
  file: string,
  text: string,
  { columns, refuse }: { columns: Columns; refuse: Refuse },
): { records: TableRow[]; delimiter: Delimiter } | null {
  let [best, named]: [Delimiter, number] = [';', 0]
  for (const delimiter of [';', '\t', ','] as const) {
    const [first] = linesOf(firstLines(text), delimiter) ?? []
    const count = first === undefined ? 0 : columnsNamed(first, columns)
    if (count > named) [best, named] = [delimiter, count]
  }
  const parsed = csvRecords(text, best)
  if ('rows' in parsed) return { records: parsed.rows, delimiter: best }
  const line = parsed.malformedLine
  refuse({ file, line, column: '', code: 'csv-malformed', params: {} })
  return null
}

/** The line of titles and the empty ones before it. */
function firstLines(text: string): string {
  return /^\s*[^\r\n]*/.exec(text)?.[0] ?? ''
}

function linesOf(text: string, delimiter: Delimiter): TableRow[] | null {
  const parsed = csvRecords(text, delimiter)
  return 'rows' in parsed ? parsed.rows : null
}

function isNotEmpty(record: TableRow): boolean {
  return record.cells.some((cell) => cell !== '')
}

/** As many cells as titles; spreadsheets leave more separators at the end of some lines. */
function fits({ cells }: TableRow, titles: TableRow): boolean {
  const count = titles.cells.length
  return cells.length >= count && cells.slice(count).every((cell) => cell === '')
}

function toRow(
  file: string,
  record: TableRow,
  { header, columns }: { header: Header; columns: Columns },
): CsvRow {
  return {
    file,
    line: record.line,
    cell(column) {
      const position = header.positions.get(column)
      if (position !== undefined) return record.cells[position] ?? ''
      if (columns.optional.includes(column)) return ''
      throw new Error(`${file} has no column ${column}`)
    },
  }
}
