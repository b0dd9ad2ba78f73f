import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../../platform/context.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { csvFile } from '../../../platform/tables/write-csv.ts'
import { XLSX_TYPE, xlsxBytes } from '../../../platform/tables/write-xlsx.ts'
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
export async function valuationWorkbook(valuation: Valuation, ctx: Context): Promise<FileAnswer> {
  const name = `benevolat-${valuation.year}`
  const bytes = await xlsxBytes(valuationRows(valuation, ctx.locale), { name, modified: ctx.now })
  return { mediaType: XLSX_TYPE, fileName: `${name}.xlsx`, bytes }
}

/** First line: the names of the columns. Last line: the totals. */
function valuationRows(valuation: Valuation, locale: Locale): (string | number | bigint)[][] {
  const { host, year, choice, lines, entries } = valuation
  const [debit = '', credit = ''] = entries.map((entry) => entry.account)
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
    valuation.totalCents ?? '',
    debit,
    credit,
  ]
  return [HEADERS[locale], ...rows, total]
}

/** 30000 prints 3, 14200 prints 1,42. */
function factor(tenThousandths: number): string {
  return String(tenThousandths / 10_000).replace('.', ',')
}
