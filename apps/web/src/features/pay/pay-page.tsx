import { useQuery } from '@tanstack/react-query'
import { parseYearMonth } from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import { useSearchParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { todayInZone } from '../../lib/today.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ExportButton } from './export-button.tsx'
import { ExportsSection } from './exports-section.tsx'
import { PayTable } from './pay-table.tsx'
import { payQueries } from './queries.ts'
import { SlipsSection } from './slips-section.tsx'
import { VariableSection } from './variable-section.tsx'

/** The fixed parts of a month: owed whatever the accounts hold, and said where they do not suffice. */
export function PayPage() {
  const t = useT()
  const locale = useLocale()
  const mayExport = useCan('pay-variables.read')
  const [params, setParams] = useSearchParams()
  const month = parseYearMonth(params.get('mois') ?? '') ?? todayInZone().slice(0, 7)
  const { data, error, refetch } = useQuery(payQueries.month(month))
  const short = data?.filter((line) => line.state === 'uncovered').length ?? 0
  return (
    <>
      <PageHeader
        title={t('pay.month.title', { month: formatMonth(month, locale) })}
        subtitle={t('pay.month.subtitle')}
        actions={
          mayExport && data !== undefined && data.length > 0 && <ExportButton month={month} />
        }
      />
      <div className="pay-month">
        <TextField
          name="mois"
          type="month"
          label={t('pay.month.month')}
          value={month}
          onChange={(value) => setParams({ mois: value }, { replace: true })}
        />
      </div>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState kind="first" title={t('pay.month.empty')}>
          <p>{t('pay.month.emptyHint')}</p>
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <>
          {short > 0 && <p>{t('pay.month.short', { count: short })}</p>}
          <PayTable lines={data} />
        </>
      )}
      <VariableSection month={month} />
      {mayExport && <ExportsSection month={month} />}
      <SlipsSection month={month} />
    </>
  )
}
