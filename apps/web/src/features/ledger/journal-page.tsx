import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { parseYearMonth } from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import { useLocation, useSearchParams } from 'wouter'
import { apiUrl, call } from '../../lib/api.ts'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { SelectField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { JournalTable } from './journal-table.tsx'
import { JournalTotals } from './journal-totals.tsx'
import { ledgerQueries } from './queries.ts'

/** Every entry of a month, with debits beside credits. */
export function JournalPage() {
  const t = useT()
  const locale = useLocale()
  const [params] = useSearchParams()
  const month = parseYearMonth(params.get('mois') ?? '') ?? todayInZone().slice(0, 7)
  const journal = useInfiniteQuery(ledgerQueries.journal(month))
  const [first] = journal.data?.pages ?? []
  const postings = journal.data?.pages.flatMap((page) => page.postings) ?? []
  return (
    <>
      <PageHeader
        title={t('ledger.journal.title', { month: formatMonth(month, locale) })}
        back={{ href: '/gestion/comptes', label: t('ledger.journal.back') }}
        subtitle={t('ledger.journal.subtitle')}
        actions={
          <a href={apiUrl('GET /closings/:month/journal.csv', { params: { month } })}>
            {t('ledger.journal.csv')}
          </a>
        }
      />
      <MonthField month={month} />
      {journal.error && <ErrorBlock error={journal.error} onRetry={() => void journal.refetch()} />}
      {journal.isPending && <Loading />}
      {first && postings.length === 0 && (
        <EmptyState kind="first" title={t('ledger.journal.empty')}>
          <p>{t('ledger.journal.emptyHint')}</p>
        </EmptyState>
      )}
      {first && postings.length > 0 && (
        <>
          <h2>{t('ledger.journal.totals')}</h2>
          <JournalTotals totals={first.totals} />
          <h2>{t('ledger.journal.postings')}</h2>
          <JournalTable postings={postings} />
          <MoreRows list={journal} label={t('ledger.journal.more')} />
        </>
      )}
    </>
  )
}

/** The months kept here; the one shown stays in the address. */
function MonthField({ month }: { month: string }) {
  const t = useT()
  const locale = useLocale()
  const [location, navigate] = useLocation()
  const { data } = useQuery({ queryKey: ['closing', 'list'], queryFn: () => call('GET /closings') })
  const months = data?.map((one) => one.month) ?? []
  const options = months.includes(month) ? months : [month, ...months]
  return (
    <div className="account-filter">
      <SelectField
        name="mois"
        label={t('ledger.journal.month')}
        value={month}
        onChange={(chosen) => navigate(`${location}?mois=${chosen}`)}
        options={options.map((one) => ({
          value: one,
          label: firstUpper(formatMonth(one, locale)),
        }))}
      />
    </div>
  )
}
