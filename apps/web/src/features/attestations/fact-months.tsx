import { formatDate, formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
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

/** The figures of each month; with the closing they come from while the document is not issued yet. */
export function FactMonths({ months }: { months: readonly Month[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Month>[] = [
    {
      key: 'month',
      header: t('attestations.facts.month'),
      cell: (row) => formatMonth(row.month, locale),
    },
    ...FIGURES.map((figure) => ({
      key: figure,
      header: t(`attestations.facts.figure.${figure}`),
      cell: (row: Month) => (row.figures ? <MoneyText cents={row.figures[figure]} /> : '–'),
      isNumeric: true,
    })),
  ]
  const source: Column<Month> = {
    key: 'source',
    header: t('attestations.facts.source'),
    cell: (row) => ('closing' in row && row.closing ? <Closing closing={row.closing} /> : '–'),
  }
  const hasSource = months.some((row) => 'closing' in row)
  return (
    <>
      <DataTable
        caption={t('attestations.facts.monthsCaption')}
        columns={hasSource ? [...columns, source] : columns}
        rows={months}
        rowKey={(row) => row.month}
      />
      <p className="dimmed">{t('attestations.facts.payNote')}</p>
    </>
  )
}

function Closing({ closing }: { closing: NonNullable<SourcedMonth['closing']> }) {
  const t = useT()
  const locale = useLocale()
  const date = formatDate(closing.closedAt.slice(0, 10), locale, 'short')
  return t('attestations.facts.from.closing', { version: closing.version, date })
}
