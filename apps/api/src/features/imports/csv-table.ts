import { csvRecords, type TableRow } from '../../platform/tables/csv-records.ts'
import type { Refuse } from './refusal.ts'

export interface CsvFile {
  name: string
  bytes: Uint8Array
}

/** A line of a file, with its place. Cells are composed (NFC) and trimmed. */
export interface CsvRow {
  file: string
  line: number
  cell(column: string): string
}

/**
 * The lines of a file whose columns must be exactly these. Strict UTF-8 with or without BOM, semicolons.
 * What cannot be read is refused with its place; lines of empty cells, which spreadsheets leave, are
 * skipped.
 */
export function readTable(file: CsvFile, columns: readonly string[], refuse: Refuse): CsvRow[] {
  const text = decode(file, refuse)
  if (text === null) return []
  const records = parseRecords(file.name, text, refuse)
  const [header, ...rest] = records
  if (header === undefined) {
    refuse({ file: file.name, line: 0, column: '', code: 'file-empty', params: {} })
    return []
  }
  const names = readHeader(file.name, header, columns, refuse)
  if (names === null) return []
  return rest.filter(isNotEmpty).flatMap((record) => {
    if (record.cells.map(columnName).join(';') === names.join(';')) {
      refuse({
        file: file.name,
        line: record.line,
        column: '',
        code: 'header-repeated',
        params: {},
      })
      return []
    }
    if (record.cells.length === names.length) return [toRow(file.name, record, names)]
    const params = { found: String(record.cells.length), expected: String(names.length) }
    refuse({ file: file.name, line: record.line, column: '', code: 'cells-count', params })
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
  return new TextDecoder('utf-8').decode(bytes)
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

function parseRecords(file: string, text: string, refuse: Refuse): TableRow[] {
  const records = csvRecords(text, ';')
  if ('rows' in records) return records.rows
  const line = records.malformedLine
  refuse({ file, line, column: '', code: 'csv-malformed', params: {} })
  return []
}

function isNotEmpty(record: TableRow): boolean {
  return record.cells.some((cell) => cell !== '')
}

/** The names of the columns in their order, or null when one is missing, unknown or repeated. */
function readHeader(
  file: string,
  header: TableRow,
  columns: readonly string[],
  refuse: Refuse,
): string[] | null {
  const names = header.cells.map(columnName)
  const at = { file, line: header.line }
  if (names.length === 1 && /[,\t]/.test(names[0] ?? '')) {
    refuse({ ...at, column: '', code: 'delimiter-wrong', params: {} })
    return null
  }
  const missing = columns.filter((column) => !names.includes(column))
  const unknown = names.filter((name) => !columns.includes(name))
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)
  for (const column of missing) {
    refuse({ ...at, column, code: 'column-missing', params: { column } })
  }
  for (const column of unknown) {
    refuse({ ...at, column, code: 'column-unknown', params: { column } })
  }
  for (const column of repeated) {
    refuse({ ...at, column, code: 'column-duplicate', params: { column } })
  }
  return missing.length + unknown.length + repeated.length > 0 ? null : names
}

/** Files put end to end bring their marks of order along. */
function columnName(cell: string): string {
  return cell.replace(/^\ufeff/, '').toLowerCase()
}

function toRow(file: string, record: TableRow, names: readonly string[]): CsvRow {
  const cells = new Map(names.map((name, index) => [name, record.cells[index] ?? '']))
  return {
    file,
    line: record.line,
    cell(column) {
      const cell = cells.get(column)
      if (cell === undefined) throw new Error(`${file} has no column ${column}`)
      return cell
    },
  }
}
