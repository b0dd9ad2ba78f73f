import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { parseLocalDate } from '@terreau/domain/time/local-date'
import { parseYearMonth } from '@terreau/domain/time/year-month'
import { formatCents } from '@terreau/i18n/format'
import { Link, useParams, useSearchParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { AccountLines } from './account-lines.tsx'
import { AccountMonths } from './account-months.tsx'
import { ledgerQueries, type StaffAccount } from './queries.ts'

/** The account of one activity: a page of its months, then one month line by line, each with its reason. */
export function AccountPage() {
  const t = useT()
  const { activityId = '' } = useParams()
  const [params] = useSearchParams()
  const month = parseYearMonth(params.get('mois') ?? '') ?? undefined
  const asOf = parseLocalDate(params.get('au') ?? '') ?? undefined
  const before = parseYearMonth(params.get('avant') ?? '') ?? undefined
  const { data, error, refetch } = useQuery(
    ledgerQueries.account(activityId, { month, asOf, before }),
  )
  return (
    <>
      <PageHeader
        title={data ? titleOf(data) : t('ledger.accounts.title')}
        back={{ href: '/gestion/comptes', label: t('ledger.account.back') }}
        subtitle={data && <People account={data} />}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && <Account account={data} before={before} />}
    </>
  )
}

function Account({ account, before }: { account: StaffAccount; before: string | undefined }) {
  const t = useT()
  const locale = useLocale()
  const balance = BigInt(account.balanceCents)
  if (account.firstMonth === null) {
    return (
      <EmptyState kind="first" title={t('ledger.account.empty')}>
        <p>{t('ledger.account.emptyHint')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="account-balance">
        {t('ledger.account.balance', { amount: formatCents(balance, locale) })}
      </p>
      {balance < 0n && (
        <p className="account-notice">
          <IconAlertTriangle size={20} aria-hidden />
          {t('ledger.account.negative')}
        </p>
      )}
      <section className="account-section" aria-labelledby="months">
        <h2 id="months">{t('ledger.account.months')}</h2>
        <AccountMonths account={account} before={before} />
      </section>
      <section aria-labelledby="lines">
        <h2 id="lines">{t('ledger.account.lines')}</h2>
        <AccountLines account={account} before={before} />
      </section>
    </>
  )
}

function People({ account }: { account: StaffAccount }) {
  const t = useT()
  return account.people.map((person) => (
    <span key={person.id}>
      <Link href={`/gestion/personnes/${person.id}`}>
        {t('ledger.account.person', { name: person.name })}
      </Link>{' '}
    </span>
  ))
}

function titleOf({ people, activityName }: StaffAccount): string {
  return `${people.map((person) => person.name).join(', ')} · ${activityName}`
}
