import { FIXED_PARITIES, isCurrencyCode } from '@terreau/domain/money/currency'
import { isThousandsOrDecimals, parseUnitsPerEuro } from '@terreau/domain/money/parse-rate'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { FieldProblem } from '@terreau/protocol/problems'
import type { TableRow } from '../../platform/tables/csv-records.ts'
import type { NewRate } from './enter-exchange-rate.ts'

export interface RateLine extends NewRate {
  line: number
}

/** The columns, in the order of the file; the first line names them. */
const COLUMNS = 4
const MOST = 500
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/**
 * The rates of a table: month ('2026-10'), currency code, units for one euro as people write them, source,
 * under a line of headings. Every problem is found at once, at `/lines/n`.
 */
export function readRatesFile(table: readonly TableRow[]): {
  rates: RateLine[]
  problems: FieldProblem[]
} {
  const [, ...rows] = table.filter((row) => row.cells.some((cell) => cell !== ''))
  if (rows.length === 0) return refused(1, 'file-without-lines')
  if (rows.length > MOST) return refused(MOST + 2, 'file-too-many-lines')
  const problems: FieldProblem[] = []
  const seen = new Set<string>()
  const rates = rows.flatMap((row) => {
    const rate = readRow(row)
    const key = typeof rate === 'string' ? '' : `${rate.month} ${rate.currency}`
    const code = typeof rate === 'string' ? rate : seen.has(key) ? 'rate-twice' : null
    seen.add(key)
    if (code === null && typeof rate !== 'string') return [rate]
    problems.push({ pointer: `/lines/${row.line}`, code: code ?? 'line-not-readable' })
    return []
  })
  return { rates, problems }
}

/** The rate of a line, or the code of its problem. */
function readRow({ line, cells }: TableRow): RateLine | string {
  const [month = '', code = '', units = '', source = ''] = cells
  if (cells.length !== COLUMNS) return 'line-not-readable'
  if (!MONTH.test(month)) return 'month-not-understood'
  const currency = code.toUpperCase()
  if (!isCurrencyCode(currency)) return 'currency-unknown'
  if (FIXED_PARITIES[currency] !== undefined) return 'currency-is-fixed'
  const unitsPerEuro = parseUnitsPerEuro(units)
  const isUnclear = unitsPerEuro === null || isThousandsOrDecimals(units, currency)
  if (isUnclear) return 'rate-not-understood'
  if (source === '' || source.length > 200) return 'source-missing'
  return { line, month: yearMonth(month), currency, unitsPerEuro, source }
}

function refused(line: number, code: string) {
  return { rates: [], problems: [{ pointer: `/lines/${line}`, code }] }
}
