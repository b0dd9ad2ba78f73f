import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { MonthCard } from './month-card.tsx'
import { monthHref, yearsOf } from './own-places.ts'
import { ledgerQueries, type OwnAccount } from './queries.ts'

/** The months of one year, and the years around it. */
export function MyYear({ year }: { year: number }) {
  const t = useT()
  const { data, error, refetch } = useQuery(ledgerQueries.own())
  const years = yearsOf(data ?? [])
  const ways = [
    { to: year - 1, key: 'account.year.previous' },
    { to: year + 1, key: 'account.year.next' },
  ] as const
  return (
    <Page title={t('account.month.title', { month: String(year) })} back="/moi/argent">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data !== undefined && !years.includes(year) && <p>{t('account.year.empty')}</p>}
      {years.includes(year) &&
        data?.map((account) => (
          <YearOfActivity
            key={account.activityId}
            account={account}
            year={year}
            isOnly={data.length === 1}
          />
        ))}
      <nav aria-label={t('account.year.around')}>
        {ways.map(
          ({ to, key }) =>
            years.includes(to) && (
              <Link className="account-link" key={key} href={`/moi/argent/${to}`}>
                {t(key, { year: String(to) })}
              </Link>
            ),
        )}
      </nav>
    </Page>
  )
}

interface YearOfActivityProps {
  account: OwnAccount
  year: number
  isOnly: boolean
}

function YearOfActivity({ account, year, isOnly }: YearOfActivityProps) {
  const t = useT()
  const { data, error, refetch } = useQuery(
    ledgerQueries.ownMonthsBefore(account.activityId, `${year + 1}-01`),
  )
  const months = data?.months.filter(({ month }) => month.startsWith(`${year}-`))
  const heading = `activity-${account.activityId}`
  return (
    <section aria-labelledby={isOnly ? undefined : heading}>
      {!isOnly && (
        <h2 id={heading}>{t('account.month.otherActivity', { name: account.activityName })}</h2>
      )}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {months?.length === 0 && <p>{t('account.year.empty')}</p>}
      <ul className="months">
        {months?.map((month) => (
          <li key={month.month}>
            <MonthCard month={month} href={monthHref(account.activityId, month.month, isOnly)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
