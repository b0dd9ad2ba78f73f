import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseYearMonth, type YearMonth } from '@terreau/domain/time/year-month'
import { folded } from './cells.ts'
import { type CsvFile, readTable } from './csv-table.ts'
import type { ParsedMonth } from './parsed-month.ts'
import {
  EXPENSE_COLUMNS,
  readExpenses,
  readSales,
  readTrips,
  SALE_COLUMNS,
  TRIP_COLUMNS,
} from './read-lines.ts'
import { readPeople } from './read-people.ts'
import { RATE_COLUMNS, readRates, readSchemes, readSettings } from './read-rules.ts'
import type { ImportRefusal, Refuse } from './refusal.ts'

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

/** Expected results that travel with a rehearsal: known, and never imported. */
const NOT_IMPORTED = new Set(['attendu.csv'])

export interface ReadFolder {
  /** What the files say; null when their month is not known. */
  parsed: ParsedMonth | null
  refusals: ImportRefusal[]
  /** The same files give the same fingerprint, whatever the folder is called. */
  contentSha256: Buffer
}

/** Reads a month of CSV files. Nothing is believed that could not be read: see `refusals`. */
export function readFolder(directory: string, wanted?: YearMonth): ReadFolder {
  const refusals: ImportRefusal[] = []
  const refuse: Refuse = (refusal) => refusals.push(refusal)
  const files = findFiles(directory, refuse)
  const contentSha256 = fingerprint(files)
  if (files.size === 0) return { parsed: null, refusals, contentSha256 }
  // A file lost on the way must not declare that nobody sold anything: that nothing is declared is a file too.
  const isNamed = refusals.some((refusal) => folded(refusal.file).startsWith('ventes.'))
  if (!files.has('ventes') && !isNamed) {
    refuse({ file: 'ventes.csv', line: 0, column: '', code: 'file-missing', params: {} })
  }
  const month = wanted ?? monthOfFiles(files) ?? monthOfName(directory)
  if (month === null) {
    refuse({
      file: basename(directory),
      line: 0,
      column: 'mois',
      code: 'month-unknown',
      params: {},
    })
    return { parsed: null, refusals, contentSha256 }
  }
  const read = <T>(name: Name, reader: (file: CsvFile) => T[]): T[] => {
    const file = files.get(name)
    return file === undefined ? [] : reader(file)
  }
  const parsed: ParsedMonth = {
    month,
    schemes: read('regimes', (file) => readSchemes(file, refuse)),
    settings: read('reglages', (file) => readSettings(file, refuse)),
    rates: read('taux', (file) => readRates(file, month, refuse)),
    people: read('personnes', (file) => readPeople(file, month, refuse)),
    sales: read('ventes', (file) => readSales(file, month, refuse)),
    expenses: read('depenses', (file) => readExpenses(file, month, refuse)),
    trips: read('kilometres', (file) => readTrips(file, month, refuse)),
  }
  return { parsed, refusals, contentSha256 }
}

function findFiles(directory: string, refuse: Refuse): Map<Name, CsvFile> {
  const files = new Map<Name, CsvFile>()
  const whole = { file: basename(directory), line: 0, column: '', params: {} }
  let entries: string[]
  try {
    entries = readdirSync(directory).sort()
  } catch {
    refuse({ ...whole, code: 'folder-unreadable' })
    return files
  }
  for (const entry of entries) {
    const table = NAMES.find((known) => folded(entry).startsWith(`${known}.`))
    if (table !== undefined && /\.(xlsx?|xlsm|ods|numbers)$/i.test(entry)) {
      refuse({ ...whole, file: entry, code: 'file-spreadsheet' })
    }
  }
  for (const entry of entries.filter((name) => /\.csv$/i.test(name))) {
    const name = NAMES.find((known) => `${known}.csv` === folded(entry))
    const twin = name && files.get(name)
    if (twin) {
      refuse({ ...whole, file: entry, code: 'file-duplicate', params: { other: twin.name } })
    } else if (name !== undefined) {
      const bytes = readBytes(join(directory, entry))
      if (bytes === null) refuse({ ...whole, file: entry, code: 'file-unreadable' })
      else files.set(name, { name: entry, bytes })
    } else if (!NOT_IMPORTED.has(folded(entry))) {
      const expected = NAMES.map((known) => `${known}.csv`).join(', ')
      refuse({ ...whole, file: entry, code: 'file-unknown', params: { expected } })
    }
  }
  if (files.size === 0) refuse({ ...whole, code: 'folder-empty' })
  return files
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

/** The month that most lines name: a line that names another one is then refused with its place. */
function monthOfFiles(files: ReadonlyMap<Name, CsvFile>): YearMonth | null {
  const columns = {
    ventes: SALE_COLUMNS,
    depenses: EXPENSE_COLUMNS,
    kilometres: TRIP_COLUMNS,
    taux: RATE_COLUMNS,
  }
  const counts = new Map<YearMonth, number>()
  for (const name of ['ventes', 'depenses', 'kilometres', 'taux'] as const) {
    const file = files.get(name)
    if (file === undefined) continue
    for (const row of readTable(file, columns[name], () => undefined)) {
      const month = parseYearMonth(row.cell('mois'))
      if (month !== null) counts.set(month, (counts.get(month) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort((left, right) => right[1] - left[1])
  return most?.[0] ?? null
}

function monthOfName(directory: string): YearMonth | null {
  const found = /\d{4}-\d{2}/.exec(basename(directory))
  return found === null ? null : parseYearMonth(found[0])
}
