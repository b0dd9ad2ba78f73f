import { unzipSync } from 'fflate'
import { type CellValue, readXlsx } from 'hucre/xlsx'
import { ProblemError } from '../problem-error.ts'
import { sha256 } from '../secrets.ts'
import { cleanCell, csvRecords, type TableRow } from './csv-records.ts'

/** A table that somebody sent, read: every cell as text, as a French spreadsheet shows it. */
export interface TableFile {
  readonly fileName: string
  readonly sha256: Buffer
  /** How the text was written: what is not Unicode was taken for Windows-1252, which Excel writes in France. */
  readonly encoding: 'unicode' | 'windows-1252'
  /** Lines that hold something. */
  readonly rows: readonly TableRow[]
}

/** What a workbook may weigh once unpacked, in bytes: a payroll of thousands of people is far below. */
const MOST_UNPACKED = 40 * 1024 * 1024
const MOST_ROWS = 20_000

/**
 * Reads a CSV (semicolons, tabs or commas; UTF-8, UTF-16 or Windows-1252) or the first sheet of an XLSX.
 * What the bytes say counts, not the name. Formulas give their last result. Throws `table-kind-refused` for
 * another kind of file, `table-unreadable` for one that is damaged.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<TableFile> {
  const head = { fileName: labelOf(fileName), sha256: sha256(Buffer.from(bytes)) }
  if (startsWith(bytes, 'PK\x03\x04'))
    return { ...head, encoding: 'unicode', rows: filled(await sheetRows(bytes)) }
  const { text, encoding } = decode(bytes)
  const records = csvRecords(text, delimiterOf(text))
  if ('malformedLine' in records)
    throw new ProblemError('table-unreadable', { line: String(records.malformedLine) })
  return { ...head, encoding, rows: filled(records.rows) }
}

function filled(rows: readonly TableRow[]): TableRow[] {
  const found = rows.filter((row) => row.cells.some((cell) => cell !== ''))
  if (found.length > MOST_ROWS) throw new ProblemError('body-too-large')
  return found
}

async function sheetRows(bytes: Uint8Array): Promise<TableRow[]> {
  refuseBomb(bytes)
  try {
    const workbook = await readXlsx(bytes, {
      sheets: (info, index) => index === 0 || !info.hidden,
      maxRows: MOST_ROWS + 1,
    })
    const [sheet] = workbook.sheets
    if (sheet === undefined) throw new ProblemError('table-kind-refused')
    return sheet.rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError('table-unreadable', { line: '0' })
  }
}

/** The reader stops at the size that each part declares, so that what is declared is all that can come. */
function refuseBomb(bytes: Uint8Array): void {
  let [unpacked, isWorkbook] = [0, false]
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize > 0 ? originalSize : 1
        isWorkbook ||= name === 'xl/workbook.xml'
        return false
      },
    })
  } catch {
    throw new ProblemError('table-unreadable', { line: '0' })
  }
  if (unpacked > MOST_UNPACKED) throw new ProblemError('body-too-large')
  if (!isWorkbook) throw new ProblemError('table-kind-refused')
}

/** 3419.55 reads "3419,55"; a day reads "2026-07-31". */
function cellText(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return numberText(value)
  return cleanCell(String(value))
}

/** Fifteen digits, as spreadsheets show them: the sixteenth is noise of the binary fraction. */
function numberText(value: number): string {
  const [whole = '', decimals = ''] = String(Number(value.toPrecision(15))).split('.')
  // Three decimals alone would read as thousands: one zero more says that they are not.
  const shown = decimals.length === 3 ? `${decimals}0` : decimals
  return shown === '' ? whole : `${whole},${shown}`
}

function decode(bytes: Uint8Array): Pick<TableFile, 'encoding'> & { text: string } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return unicode('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return unicode('utf-16be', bytes)
  // Text holds no control characters: an old .xls, a picture or a PDF does.
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) refuseKind()
  if (startsWith(bytes, '%PDF-')) refuseKind()
  try {
    return unicode('utf-8', bytes)
  } catch {
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(bytes) }
  }
}

function unicode(name: string, bytes: Uint8Array): ReturnType<typeof decode> {
  return { encoding: 'unicode', text: new TextDecoder(name, { fatal: true }).decode(bytes) }
}

function refuseKind(): never {
  throw new ProblemError('table-kind-refused')
}

/** French files separate with semicolons, because the comma is in the amounts. */
function delimiterOf(text: string): ';' | '\t' | ',' {
  const head = text.slice(0, 4000)
  if (head.includes(';')) return ';'
  return head.includes('\t') ? '\t' : ','
}

/** The name is only a label: no path, no invisible or reversing marks. */
function labelOf(fileName: string): string {
  return fileName
    .replace(/^.*[/\\]/, '')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '')
    .trim()
    .slice(0, 100)
}

function startsWith(bytes: Uint8Array, wanted: string): boolean {
  return Buffer.from(bytes.subarray(0, wanted.length)).toString('latin1') === wanted
}
