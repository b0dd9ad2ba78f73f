import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { SummaryList } from '../../ui/phone/summary-list.tsx'
import { useT } from '../../ui/phone/words.ts'
import type { OwnEstimate } from './queries.ts'

/** The answer first, then where the money goes, then what it rests on. */
export function EstimateInWords({ estimate }: { estimate: OwnEstimate }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section className="simulator-result" aria-labelledby="result">
      <h2 id="result">{t('salaryPhone.result.title')}</h2>
      {!estimate.isEmployee && (
        <Notice look="info">
          <p>{t('salaryPhone.notEmployee.title')}</p>
          <p>{t('salaryPhone.notEmployee.hint')}</p>
        </Notice>
      )}
      {estimate.isPaid ? <Paid estimate={estimate} /> : <Unpaid estimate={estimate} />}
      <p className="hint">
        {t('salaryPhone.result.when', {
          date: formatDate(estimate.estimatedOn, locale),
          month: formatMonth(estimate.month, locale),
        })}{' '}
        {t('salaryPhone.result.source', { version: estimate.engineVersion })}{' '}
        {t('salaryPhone.result.promise')}
      </p>
    </section>
  )
}

function Paid({ estimate }: { estimate: OwnEstimate }) {
  const t = useT()
  const locale = useLocale()
  const isBudget = estimate.from === 'budget'
  const shown = isBudget ? estimate.netCents : estimate.employerCostCents
  const rows = [
    { label: t('salaryPhone.result.netPart'), cents: estimate.netCents },
    { label: t('salaryPhone.result.employee'), cents: estimate.employeeContributionsCents },
    { label: t('salaryPhone.result.employer'), cents: estimate.employerContributionsCents },
    { label: t('salaryPhone.result.total'), cents: estimate.employerCostCents },
    ...(isBudget ? [{ label: t('salaryPhone.result.kept'), cents: estimate.residualCents }] : []),
  ]
  return (
    <>
      <p className="lead">
        {isBudget ? t('salaryPhone.result.budget') : t('salaryPhone.result.net')}{' '}
        <strong className="figure">
          <MoneyText cents={shown} />
        </strong>
      </p>
      <h3>{t('salaryPhone.result.steps')}</h3>
      <SummaryList
        rows={rows.map(({ label, cents }) => ({ label, value: <MoneyText cents={cents} /> }))}
      />
      <p>
        {t('salaryPhone.result.gross', {
          amount: formatCents(BigInt(estimate.grossCents), locale),
        })}
      </p>
      {estimate.remark !== null && <p>{t(`salaryPhone.result.remark.${estimate.remark}`)}</p>}
      {BigInt(estimate.generalReductionCents) > 0n && (
        <p>
          {t('salaryPhone.result.reduction', {
            amount: formatCents(BigInt(estimate.generalReductionCents), locale),
          })}
        </p>
      )}
    </>
  )
}

function Unpaid({ estimate }: { estimate: OwnEstimate }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Notice look="attention">
      <p>{t('salaryPhone.result.unpaid')}</p>
      <p>
        {t('salaryPhone.result.least', {
          amount: formatCents(BigInt(estimate.leastBudgetCents), locale),
        })}
      </p>
    </Notice>
  )
}
