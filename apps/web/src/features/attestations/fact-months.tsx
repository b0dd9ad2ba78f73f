import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import type { ReactNode } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { dayInZone } from '../../lib/today.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AttestationDetail, Facts } from './queries.ts'

type ArchivedMonth = AttestationDetail['snapshot']['months'][number]
type SourcedMonth = Facts['months'][number]
type Month = ArchivedMonth | SourcedMonth

const FIGURES = [
  'revenueCents',
  'productionPurchasesCents',
  'expensesCents',
  'contributionCents',
  'accidentCoverCents',
  'resultCents',
  'payCents',
  'balanceCents',
] as const

interface Row {
  key: string
  header: string
  cell: (month: Month) => ReactNode
}

/**
 * The figures, one column per month: most certificates have one to three. While the document is not issued
 * yet, the last line names the closing that each column comes from.
 */
export function FactMonths({ months }: { months: readonly Month[] }) {
  const t = useT()
  const locale = useLocale()
  const rows: Row[] = FIGURES.map((figure) => ({
    key: figure,
    header: t(`attestations.facts.figure.${figure}`),
    cell: ({ figures }) => (figures ? <MoneyText cents={figures[figure]} /> : '–'),
  }))
  const salaries: Row = {
    key: 'salaries',
    header: t('attestations.facts.salaries'),
    cell: (month) => ('salaries' in month ? <Salaries month={month} /> : null),
  }
  const source: Row = {
    key: 'source',
    header: t('attestations.facts.source'),
    cell: (month) => ('closing' in month ? <Source month={month} /> : null),
  }
  const columns: Column<Row>[] = [
    { key: 'figure', header: t('attestations.facts.what'), cell: (row) => row.header },
    ...months.map((month) => ({
      key: month.month,
      header: formatMonth(month.month, locale),
      cell: (row: Row) => row.cell(month),
      isNumeric: true,
    })),
  ]
  const hasSalaries = months.some((month) => 'salaries' in month && month.salaries.length > 0)
  const hasSource = months.some((month) => 'closing' in month)
  return (
    <>
      <DataTable
        caption={t('attestations.facts.monthsCaption')}
        columns={columns}
        rows={hasSource ? [...rows, ...(hasSalaries ? [salaries] : []), source] : rows}
        rowKey={(row) => row.key}
        isCompared
      />
      <p className="dimmed">{t('attestations.facts.payNote')}</p>
    </>
  )
}

/** What was paid in the month, whatever month was worked. */
function Salaries({ month }: { month: SourcedMonth }) {
  const t = useT()
  const locale = useLocale()
  return month.salaries.map((salary) => (
    <div key={`${salary.paidOn}-${salary.grossCents}`}>
      {t('attestations.facts.salary', {
        date: formatDate(salary.paidOn, locale, 'short'),
        gross: formatCents(BigInt(salary.grossCents), locale),
        net: formatCents(BigInt(salary.netBeforeTaxCents), locale),
        netSocial: formatCents(BigInt(salary.netSocialCents), locale),
      })}
    </div>
  ))
}

function Source({ month: { closing, figures } }: { month: SourcedMonth }) {
  const t = useT()
  const locale = useLocale()
  if (figures === null) return '–'
  if (closing === null) return t('attestations.facts.from.open')
  const date = formatDate(dayInZone(closing.closedAt), locale, 'short')
  return t('attestations.facts.from.closing', { version: closing.version, date })
}
