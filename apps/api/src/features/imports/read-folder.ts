import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseFrenchMonth, parseYearMonth, type YearMonth } from '@terreau/domain/time/year-month'
import { type CsvFile, type CsvRow, readTable } from './csv-table.ts'
import { folded } from './folded.ts'
import type { ParsedMonth } from './parsed-month.ts'
import {
  ACTIVITY_COLUMN,
  EXPENSE_COLUMNS,
  readExpenses,
  readSales,
  readTrips,
  SALE_COLUMNS,
  TRIP_COLUMNS,
} from './read-lines.ts'
import { PERSON_COLUMNS, PERSON_OPTIONAL_COLUMNS, readPeople } from './read-people.ts'
import { RATE_COLUMNS, readRates, readSettings, SETTING_COLUMNS } from './read-rules.ts'
import { readSchemes, SCHEME_COLUMNS, SCHEME_OPTIONAL_COLUMNS } from './read-schemes.ts'
import {
  type ImportRefusal,
  type ImportRemark,
  quoted,
  type Refuse,
  type Report,
} from './refusal.ts'
import type { Columns } from './table-header.ts'

const NAMES = [
  'personnes',
  'ventes',
  'depenses',
  'kilometres',
  'regimes',
  'taux',
  'reglages',
] as const
type Name = (typeof NAMES)[number]

const EXPECTED = NAMES.map((name) => `${name}.csv`).join(', ')

const COLUMNS: Readonly<Record<Name, readonly string[]>> = {
  personnes: PERSON_COLUMNS,
  ventes: SALE_COLUMNS,
  depenses: EXPENSE_COLUMNS,
  kilometres: TRIP_COLUMNS,
  regimes: SCHEME_COLUMNS,
  taux: RATE_COLUMNS,
  reglages: SETTING_COLUMNS,
}

const OPTIONAL_COLUMNS: Partial<Record<Name, readonly string[]>> = {
  personnes: PERSON_OPTIONAL_COLUMNS,
  regimes: SCHEME_OPTIONAL_COLUMNS,
  ventes: [ACTIVITY_COLUMN],
  depenses: [ACTIVITY_COLUMN],
  kilometres: [ACTIVITY_COLUMN],
}

/** Expected results that travel with a rehearsal: known, and never imported. */
const NOT_IMPORTED = new Set(['attendu.csv'])

export interface ReadFolder {
  /** What the files say; null when their month is not known. */
  parsed: ParsedMonth | null
  refusals: ImportRefusal[]
  /** How files were read that were not written quite as expected. */
  remarks: ImportRemark[]
  /** The same files give the same fingerprint, whatever the folder is called. */
  contentSha256: Buffer
}

/** Reads a month of CSV files. Nothing is believed that could not be read: see `refusals`. */
export function readFolder(directory: string, wanted?: YearMonth): ReadFolder {
  const refusals: ImportRefusal[] = []
  const remarks: ImportRemark[] = []
  const refuse: Refuse = (refusal) => refusals.push(refusal)
  const report: Report = { refuse, remark: (remark) => remarks.push(remark) }
  const files = findFiles(directory, report)
  const read = { refusals, remarks, contentSha256: fingerprint(files) }
  if (files.size === 0) return { ...read, parsed: null }
  // A file lost on the way must not declare that nobody sold anything: that nothing is declared is a file too.
  const isNamed = refusals.some((refusal) => folded(refusal.file).startsWith('ventes.'))
  if (!files.has('ventes') && !isNamed) {
    refuse({ file: 'ventes.csv', line: 0, column: '', code: 'file-missing', params: {} })
  }
  for (const name of ['depenses', 'kilometres'] as const) {
    const isRefused = refusals.some((refusal) => folded(refusal.file).startsWith(`${name}.`))
    if (files.has(name) || isRefused) continue
    report.remark({ file: `${name}.csv`, line: 0, column: '', code: 'file-absent', params: {} })
  }
  const tables = new Map(
    [...files].map(([name, file]) => [name, readTable(file, columnsOf(name), report)]),
  )
  const rows = (name: Name): CsvRow[] => tables.get(name) ?? []
  const month = wanted ?? monthOfRows(rows) ?? monthOfName(directory)
  if (month === null) {
    const file = basename(directory)
    refuse({ file, line: 0, column: 'mois', code: 'month-unknown', params: {} })
    return { ...read, parsed: null }
  }
  const parsed: ParsedMonth = {
    month,
    schemes: readSchemes(rows('regimes'), report),
    settings: readSettings(rows('reglages'), refuse),
    rates: readRates(rows('taux'), month, report),
    people: readPeople(rows('personnes'), month, report),
    sales: readSales(rows('ventes'), month, report),
    expenses: readExpenses(rows('depenses'), month, report),
    trips: readTrips(rows('kilometres'), month, report),
  }
  return { ...read, parsed }
}

function columnsOf(name: Name): Columns {
  return { wanted: COLUMNS[name], optional: OPTIONAL_COLUMNS[name] ?? [] }
}

const WORKBOOK = /\.(xlsx?|xlsm|xlsb|ods|numbers)$/i

function findFiles(directory: string, { refuse, remark }: Report): Map<Name, CsvFile> {
  const files = new Map<Name, CsvFile>()
  const whole = { file: basename(directory), line: 0, column: '', params: {} }
  const entries = entriesOf(directory)
  if (entries === null) {
    refuse({ ...whole, code: 'folder-unreadable', params: { expected: EXPECTED } })
    return files
  }
  for (const entry of entries) {
    const place = { ...whole, file: entry }
    const name = NAMES.find((known) => folded(entry).startsWith(`${known}.`))
    const isTable =
      name !== undefined &&
      folded(entry)
        .slice(name.length)
        .match(/^\.(csv|tsv|txt)$/)
    const twin = name && files.get(name)
    if (name !== undefined && WORKBOOK.test(entry)) refuse({ ...place, code: 'file-spreadsheet' })
    else if (isTable && twin) {
      refuse({ ...place, code: 'file-duplicate', params: { other: twin.name } })
    } else if (isTable && name !== undefined) {
      const bytes = readBytes(join(directory, entry))
      if (bytes === null) refuse({ ...place, code: 'file-unreadable' })
      else files.set(name, { name: entry, bytes })
    } else if (/\.(csv|tsv)$/i.test(entry) && !NOT_IMPORTED.has(folded(entry))) {
      refuse({ ...place, code: 'file-unknown', params: { expected: EXPECTED } })
    }
  }
  const others = entries.filter((entry) => WORKBOOK.test(entry) || /\.zip$/i.test(entry))
  for (const entry of others) {
    if (files.size === 0 || refuseNamed(entry)) continue
    remark({ ...whole, file: entry, code: 'file-left-out', params: { expected: EXPECTED } })
  }
  if (files.size === 0) {
    const found = entries.slice(0, 12).map(quoted).join(', ')
    const params = { expected: EXPECTED, found: found === '' ? '–' : found }
    refuse({ ...whole, code: others.length > 0 ? 'folder-spreadsheets' : 'folder-empty', params })
  }
  return files
}

/** Whether a workbook has the name of an expected file: it is refused by itself. */
function refuseNamed(entry: string): boolean {
  return NAMES.some((known) => folded(entry).startsWith(`${known}.`))
}

/** Names in the folder, hidden ones apart; null when it is no folder, or a closed one. */
function entriesOf(directory: string): string[] | null {
  try {
    return readdirSync(directory)
      .filter((entry) => !entry.startsWith('.'))
      .sort()
  } catch {
    return null
  }
}

/** Null for a folder, or a file that this user may not read. */
function readBytes(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function fingerprint(files: ReadonlyMap<Name, CsvFile>): Buffer {
  const hash = createHash('sha256')
  for (const name of NAMES) {
    const file = files.get(name)
    if (file !== undefined) hash.update(`${name} ${file.bytes.length}\n`).update(file.bytes)
  }
  return hash.digest()
}

/** The month that most declared lines name: a line that names another one is then refused with its place. */
function monthOfRows(rows: (name: Name) => readonly CsvRow[]): YearMonth | null {
  const declared = [...rows('ventes'), ...rows('depenses'), ...rows('kilometres')]
  const counts = new Map<YearMonth, number>()
  for (const row of declared.length > 0 ? declared : rows('taux')) {
    const month = parseFrenchMonth(row.cell('mois'))
    if (month !== null) counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const [most] = [...counts].sort((left, right) => right[1] - left[1])
  return most?.[0] ?? null
}

function monthOfName(directory: string): YearMonth | null {
  const found = /\d{4}-\d{2}/.exec(basename(directory))
  return found === null ? null : parseYearMonth(found[0])
}
