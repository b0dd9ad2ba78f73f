import type { CurrencyCode } from '@terreau/domain/money/currency'
import { parseAmount } from '@terreau/domain/money/parse-amount'
import { isFinerThanRate, parseRateBp } from '@terreau/domain/money/parse-rate'
import { normaliseName } from '@terreau/domain/names/normalise'
import { type LocalDate, parseFrenchDate } from '@terreau/domain/time/local-date'
import {
  firstDay,
  lastDay,
  monthOf,
  parseFrenchMonth,
  type YearMonth,
} from '@terreau/domain/time/year-month'
import type { ImportRefusalCode } from '@terreau/i18n/command-line'
import { formatForeign } from '@terreau/i18n/format'
import type { CsvRow } from './csv-table.ts'
import { folded } from './folded.ts'
import { quoted, type Refuse } from './refusal.ts'

/** Reads the cells of one line. A cell that is refused gives null, and the line is not imported. */
export interface Cells {
  readonly row: CsvRow
  /** Whether a cell of this line was refused. */
  isRefused(): boolean
  refuse(column: string, code: ImportRefusalCode, params?: Record<string, string>): null
  text(column: string, most?: number): string | null
  /** Free text that may be empty. */
  optionalText(column: string, most?: number): string
  date(column: string): LocalDate | null
  dateIn(column: string, month: YearMonth): LocalDate | null
  month(column: string): YearMonth | null
  /** A month, or a day that is its first or its last; null when empty too. */
  monthEdge(column: string, edge: 'first' | 'last'): YearMonth | null
  amount(column: string, currency: CurrencyCode): bigint | null
  rateBp(column: string): number | null
  whole(column: string, range: { least: number; most: number }): number | null
  choice<V>(
    column: string,
    choices: Readonly<Record<string, V>>,
    code?: ImportRefusalCode,
  ): V | null
}

const TEXT_MOST = 200

/** What every reader of a line needs: its text, and a way to refuse it. */
interface Line {
  row: CsvRow
  refuse: Cells['refuse']
  /** The text of a cell that must not be empty. */
  filled(column: string): string | null
}

export function cellsOf(row: CsvRow, refuseLine: Refuse): Cells {
  let isRefused = false
  const refuse: Cells['refuse'] = (column, code, params = {}) => {
    isRefused = true
    refuseLine({ file: row.file, line: row.line, column, code, params })
    return null
  }
  const filled = (column: string): string | null =>
    row.cell(column) === '' ? refuse(column, 'field-required') : row.cell(column)
  const line: Line = { row, refuse, filled }
  return {
    row,
    refuse,
    isRefused: () => isRefused,
    ...textReaders(line),
    ...dateReaders(line),
    ...numberReaders(line),
  }
}

function textReaders({
  row,
  refuse,
  filled,
}: Line): Pick<Cells, 'text' | 'optionalText' | 'choice'> {
  const text: Cells['text'] = (column, most = TEXT_MOST) => {
    const value = filled(column)
    if (value === null) return null
    const clean = normaliseName(value)
    if (clean === '') return refuse(column, 'field-required')
    return clean.length > most ? refuse(column, 'text-too-long', { most: String(most) }) : clean
  }
  return {
    text,
    optionalText: (column, most) => (row.cell(column) === '' ? '' : (text(column, most) ?? '')),
    choice(column, choices, code = 'value-unknown') {
      const value = filled(column)
      if (value === null) return null
      const key = codeKey(value)
      const found = Object.entries(choices).find(([name]) => codeKey(name) === key)
      if (found !== undefined) return found[1]
      const accepted = Object.keys(choices).join(', ')
      return refuse(column, code, { value: quoted(value), accepted })
    },
  }
}

function dateReaders({
  row,
  refuse,
  filled,
}: Line): Pick<Cells, 'date' | 'dateIn' | 'month' | 'monthEdge'> {
  const date: Cells['date'] = (column) => {
    const value = filled(column)
    if (value === null) return null
    // Some programs write a day as its midnight.
    const day = value.replace(/[ T]00:00(:00(\.0+)?)?$/, '')
    return parseFrenchDate(day) ?? refuse(column, 'date-unreadable', { value: quoted(value) })
  }
  return {
    date,
    dateIn(column, month) {
      const day = date(column)
      if (day === null || monthOf(day) === month) return day
      return refuse(column, 'date-outside-month', { month, value: day })
    },
    month(column) {
      const value = filled(column)
      if (value === null) return null
      return parseFrenchMonth(value) ?? refuse(column, 'month-unreadable', { value: quoted(value) })
    },
    monthEdge(column, edge) {
      const value = row.cell(column)
      if (value === '') return null
      const day = parseFrenchDate(value.replace(/[ T]00:00(:00(\.0+)?)?$/, ''))
      const month = day === null ? parseFrenchMonth(value) : monthOf(day)
      if (month === null) return refuse(column, 'month-unreadable', { value: quoted(value) })
      const wanted = edge === 'first' ? firstDay(month) : lastDay(month)
      if (day !== null && day !== wanted)
        return refuse(column, `month-${edge}-day`, { value: quoted(value), month })
      return month
    },
  }
}

function numberReaders({ refuse, filled }: Line): Pick<Cells, 'amount' | 'rateBp' | 'whole'> {
  return {
    amount: (column, currency) => readAmount(filled(column), { column, currency, refuse }),
    rateBp(column) {
      const value = filled(column)
      if (value === null) return null
      const rate = parseRateBp(value)
      const params = { value: quoted(value) }
      if (rate === null) {
        return refuse(column, isFinerThanRate(value) ? 'rate-decimals' : 'rate-unreadable', params)
      }
      // 0,2 is what a spreadsheet keeps for 20 %: which of the two it is, only the sign says.
      const isFraction = rate > 0n && rate < 100n && !value.includes('%')
      return isFraction ? refuse(column, 'rate-ambiguous', params) : Number(rate)
    },
    whole(column, { least, most }) {
      const value = filled(column)
      if (value === null) return null
      const digits = value.replace(/[\s\u00a0\u202f]+/g, '').replace(/[.,]0{1,2}$/, '')
      if (!/^-?\d{1,9}$/.test(digits)) {
        return refuse(column, 'whole-number', { value: quoted(value) })
      }
      const number = Number.parseInt(digits, 10)
      if (number >= least && number <= most) return number
      const bounds = { least: String(least), most: String(most) }
      return refuse(column, 'number-out-of-range', { value: digits, ...bounds })
    },
  }
}

function readAmount(
  value: string | null,
  { column, currency, refuse }: { column: string; currency: CurrencyCode; refuse: Cells['refuse'] },
): bigint | null {
  if (value === null) return null
  const parsed = parseAmount(value, currency)
  const params = { value: quoted(value), currency }
  switch (parsed.kind) {
    case 'ok':
      return parsed.minorUnits
    case 'ambiguous': {
      const [first, second] = parsed.readings.map((units) => formatForeign(units, currency, 'fr'))
      return refuse(column, 'amount-ambiguous', {
        ...params,
        first: first ?? '',
        second: second ?? '',
      })
    }
    case 'error':
      return refuse(column, AMOUNT_REFUSALS[parsed.code], params)
  }
}

const AMOUNT_REFUSALS = {
  'amount-empty': 'amount-unreadable',
  'amount-characters': 'amount-unreadable',
  'amount-decimals': 'amount-decimals',
  'amount-too-large': 'amount-too-large',
} as const satisfies Record<string, ImportRefusalCode>

/** "Marge brute HT" and marge_brute_ht are one code. */
function codeKey(text: string): string {
  return folded(text).replace(/[\s_-]+/g, '_')
}
