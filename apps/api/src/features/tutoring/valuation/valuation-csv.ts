import type { Locale } from '@terreau/protocol/codecs'
import { writeXlsx } from 'hucre/xlsx'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import {
  type CsvCell,
  csvFile,
  type DayCell,
  decimalText,
} from '../../../platform/tables/write-csv.ts'
import type { Valuation } from './read-valuation.ts'

const HEADERS = {
  fr: [
    'structure',
    'année',
    'méthode',
    'mois',
    'niveau',
    'séances',
    'minutes',
    'taux_horaire',
    'coefficient',
    'valeur',
    'compte_débit',
    'compte_crédit',
  ],
  en: [
    'structure',
    'year',
    'method',
    'month',
    'level',
    'sessions',
    'minutes',
    'hourly_rate',
    'factor',
    'value',
    'debit_account',
    'credit_account',
  ],
}
const TOTAL = { fr: 'total', en: 'total' } as const

/** The valuation of a year as the page shows it, line by line and its total: the CSV of {@link valuationRows}. */
export function valuationCsv(valuation: Valuation, locale: Locale): FileAnswer {
  return csvFile(`benevolat-${valuation.year}.csv`, valuationRows(valuation, locale))
}

/** The same as a workbook: minutes and amounts are numbers, texts are never formulas. */
export async function valuationWorkbook(valuation: Valuation, locale: Locale): Promise<FileAnswer> {
  const [head = [], ...lines] = valuationRows(valuation, locale)
  const isAmount = head.map((_, column) => lines.some((line) => typeof line[column] === 'bigint'))
  const bytes = await writeXlsx({
    sheets: [
      {
        name: `benevolat-${valuation.year}`,
        columns: isAmount.map((is) => (is ? { numFmt: '0.00' } : {})),
        rows: [head, ...lines].map((line) =>
          line.map((cell) =>
            typeof cell === 'bigint' ? Number(decimalText(cell, '.')) : (cell ?? ''),
          ),
        ),
      },
    ],
  })
  return { mediaType: WORKBOOK, fileName: `benevolat-${valuation.year}.xlsx`, bytes }
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** First line: the names of the columns. Last line: the totals. */
function valuationRows(valuation: Valuation, locale: Locale): Exclude<CsvCell, DayCell>[][] {
  const { host, year, choice, lines, entries } = valuation
  const [debit, credit] = entries.map((entry) => entry.account)
  const head = [host.name, year, choice?.method ?? '']
  const rows = lines.map((line) => [
    ...head,
    line.month,
    line.level,
    line.sessions,
    line.minutes,
    line.hourlyCents ?? '',
    line.factorTenThousandths === null ? '' : factor(line.factorTenThousandths),
    line.valueCents ?? '',
    debit,
    credit,
  ])
  const total = [
    ...head,
    TOTAL[locale],
    '',
    lines.reduce((sum, line) => sum + line.sessions, 0),
    valuation.totalMinutes,
    '',
    '',
    choice === null ? '' : valuation.totalCents,
    debit,
    credit,
  ]
  return [HEADERS[locale], ...rows, total]
}

/** 30000 prints 3, 14200 prints 1,42. */
function factor(tenThousandths: number): string {
  return String(tenThousandths / 10_000).replace('.', ',')
}
