import { formatCents, formatDate, formatMonth, formatRateBp } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Estimate } from './queries.ts'

const ROWS = [
  'employerCost',
  'employerContributions',
  'generalReduction',
  'gross',
  'employeeContributions',
  'net',
  'netSocial',
  'taxableNet',
  'residual',
] as const
type Row = (typeof ROWS)[number]

/** Every figure of an estimate, and what it rests on. */
export function EstimateTable({ estimate }: { estimate: Estimate }) {
  const t = useT()
  const locale = useLocale()
  const money = (wire: string) => formatCents(BigInt(wire), locale)
  const { terms } = estimate
  const columns: Column<Row>[] = [
    {
      key: 'line',
      header: t('pay.simulator.line'),
      cell: (row) => t(`pay.simulator.rows.${row}`),
    },
    {
      key: 'figure',
      header: t('pay.simulator.figure'),
      isNumeric: true,
      cell: (row) => <MoneyText cents={estimate[`${row}Cents`]} />,
    },
  ]
  return (
    <section aria-labelledby="estimate">
      <h2 id="estimate">{t('pay.simulator.result')}</h2>
      {estimate.isPaid ? (
        <DataTable
          caption={t('pay.simulator.caption')}
          columns={columns}
          rows={ROWS}
          rowKey={(row) => row}
        />
      ) : (
        <p>{t('pay.simulator.unpaid', { amount: money(estimate.leastBudgetCents) })}</p>
      )}
      {estimate.remark !== null && <p>{t(`pay.simulator.remark.${estimate.remark}`)}</p>}
      <p>
        {t('pay.simulator.rests', {
          headcount: terms.headcount,
          accident: formatRateBp(BigInt(terms.accidentRateBp), locale),
          cover: money(terms.healthCoverCents),
          share: formatRateBp(BigInt(terms.healthEmployerShareBp), locale),
        })}
      </p>
      <p>
        {t('pay.simulator.when', {
          date: formatDate(estimate.estimatedOn, locale),
          month: formatMonth(estimate.month, locale),
          version: estimate.engineVersion,
        })}
      </p>
    </section>
  )
}
