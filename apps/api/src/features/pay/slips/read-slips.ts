import { type Cents, cents } from '@terreau/domain/money/cents'
import { parseAmount } from '@terreau/domain/money/parse-amount'
import { knownColumns, type SlipField, slipColumns } from '@terreau/domain/pay/slip-columns'
import { type LocalDate, parseFrenchDate } from '@terreau/domain/time/local-date'
import {
  addMonths,
  firstDay,
  lastDay,
  parseFrenchMonth,
  type YearMonth,
} from '@terreau/domain/time/year-month'
import { formatCents } from '@terreau/i18n/format'
import type { SlipRefusal } from '@terreau/protocol/pay-slips'
import type { TableRow } from '../../../platform/tables/csv-records.ts'
import type { TableFile } from '../../../platform/tables/read-table.ts'

/** A line of a payroll file, read; who it pays is looked for afterwards. */
export interface WrittenSlip {
  line: number
  reference: string
  familyName: string
  givenName: string
  fullName: string
  contractNumber: string
  slipNumber: string
  paidOn: LocalDate
  grossCents: Cents
  netCents: Cents
  netSocialCents: Cents
  employerCostCents: Cents
}

export interface ReadSlips {
  slips: WrittenSlip[]
  refusals: SlipRefusal[]
  unreadColumns: string[]
  /** Lines of totals, which say nothing about anybody. */
  skippedLines: number[]
}

/** A title or two may stand above the heading. */
const MOST_TITLES = 10
/** A cell is repeated in a message: short. */
const MOST_QUOTED = 60
const MOST_TEXT = 60

/** Reads every line; what is refused is named with its line, its column and a reason, and reading goes on. */
export function readSlips({ rows }: TableFile, month: YearMonth): ReadSlips {
  const none = { slips: [], unreadColumns: [], skippedLines: [] }
  const place = rows.slice(0, MOST_TITLES).findIndex((row) => knownColumns(row.cells) >= 3)
  const heading = rows[place] ?? rows[0]
  if (heading === undefined) return { ...none, refusals: [refusal(1, '', 'file-empty')] }
  const read = slipColumns(heading.cells)
  if ('faults' in read) {
    const refusals = read.faults.map(({ code, column }) => refusal(heading.line, column, code))
    return { ...none, refusals }
  }
  const answer: ReadSlips = { ...none, refusals: [], unreadColumns: [...read.columns.unread] }
  const lines = rows.slice(rows.indexOf(heading) + 1)
  if (lines.length === 0) return { ...answer, refusals: [refusal(heading.line, '', 'no-lines')] }
  for (const row of lines) {
    if (isTotal(row)) {
      answer.skippedLines.push(row.line)
      continue
    }
    const cells = cellsOf(row, heading, read.columns.at)
    const slip = readSlip(cells, month)
    answer.refusals.push(...cells.refusals)
    if (slip !== null && cells.refusals.length === 0) answer.slips.push(slip)
  }
  return answer
}

function readSlip(cells: Cells, month: YearMonth): WrittenSlip | null {
  const ofMonth = cells.text('month')
  if (ofMonth !== '' && parseFrenchMonth(ofMonth) !== month)
    cells.refuse('month', 'month-differs', { value: quoted(ofMonth), month })
  const amounts = {
    grossCents: cells.amount('gross'),
    netCents: cells.amount('net'),
    netSocialCents: cells.amount('netSocial'),
    employerCostCents: cells.amount('employerCost'),
  }
  const paidOn = cells.paidOn(month)
  const { grossCents, netCents, netSocialCents, employerCostCents } = amounts
  if (grossCents === null || netCents === null || netSocialCents === null) return null
  if (employerCostCents === null || paidOn === null) return null
  // An employer pays at least the gross: the columns are the wrong way round, or one is another month's.
  if (employerCostCents < grossCents) cells.refuse('employerCost', 'cost-below-gross')
  return {
    line: cells.line,
    reference: cells.text('reference'),
    familyName: cells.text('familyName'),
    givenName: cells.text('givenName'),
    fullName: cells.text('fullName'),
    contractNumber: cells.text('contractNumber'),
    slipNumber: cells.text('slipNumber'),
    paidOn,
    grossCents,
    netCents,
    netSocialCents,
    employerCostCents,
  }
}

interface Cells {
  line: number
  refusals: SlipRefusal[]
  refuse(field: SlipField, code: SlipRefusal['code'], params?: Record<string, string>): null
  text(field: SlipField): string
  amount(field: SlipField): Cents | null
  paidOn(month: YearMonth): LocalDate | null
}

function cellsOf(row: TableRow, heading: TableRow, at: ReadonlyMap<SlipField, number>): Cells {
  const refusals: SlipRefusal[] = []
  const extra = row.cells.slice(heading.cells.length).some((cell) => cell !== '')
  // A comma that separates and is in the amounts too makes more cells than the heading has.
  if (extra) {
    const params = { found: String(row.cells.length), expected: String(heading.cells.length) }
    refusals.push(refusal(row.line, '', 'cells-count', params))
  }
  const raw = (field: SlipField) => row.cells[at.get(field) ?? -1] ?? ''
  const refuse: Cells['refuse'] = (field, code, params = {}) => {
    refusals.push(refusal(row.line, heading.cells[at.get(field) ?? -1] ?? '', code, params))
    return null
  }
  return {
    line: row.line,
    refusals,
    refuse,
    text(field) {
      const text = raw(field)
      if (text.length > MOST_TEXT) refuse(field, 'text-too-long', { most: String(MOST_TEXT) })
      return text
    },
    amount: (field) => readAmount(raw(field), (code, params) => refuse(field, code, params)),
    paidOn(month) {
      const text = raw('paidOn')
      if (text === '') return refuse('paidOn', 'field-required')
      const day = parseFrenchDate(text)
      if (day === null) return refuse('paidOn', 'date-unreadable', { value: quoted(text) })
      // Paid within the month, or in one of the two that follow: later is another month's pay.
      const [least, most] = [firstDay(month), lastDay(addMonths(month, 2))]
      if (day < least || day > most)
        return refuse('paidOn', 'date-outside', { value: day, least, most })
      return day
    },
  }
}

function readAmount(
  text: string,
  refuse: (code: SlipRefusal['code'], params?: Record<string, string>) => null,
): Cents | null {
  if (text === '') return refuse('field-required')
  const parsed = parseAmount(text, 'EUR')
  const params = { value: quoted(text) }
  if (parsed.kind === 'ambiguous') {
    const [first, second] = parsed.readings.map((units) => formatCents(units, 'fr'))
    return refuse('amount-ambiguous', { ...params, first: first ?? '', second: second ?? '' })
  }
  if (parsed.kind === 'error') {
    return refuse(parsed.code === 'amount-decimals' ? parsed.code : 'amount-unreadable', params)
  }
  if (parsed.minorUnits < 0n) return refuse('amount-negative', params)
  // A month of pay beyond a million euros is a slip of the finger, or a year.
  if (parsed.minorUnits > 100_000_000n) return refuse('amount-too-large', params)
  return cents(parsed.minorUnits)
}

function isTotal(row: TableRow): boolean {
  const first = row.cells.find((cell) => cell !== '') ?? ''
  return /^(sous[- ])?tota(l|ux)\b/i.test(first)
}

function refusal(
  line: number,
  column: string,
  code: SlipRefusal['code'],
  params: Record<string, string> = {},
): SlipRefusal {
  return { line, column, code, params }
}

function quoted(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim()
  return plain.length > MOST_QUOTED ? `${plain.slice(0, MOST_QUOTED - 1)}…` : plain
}
