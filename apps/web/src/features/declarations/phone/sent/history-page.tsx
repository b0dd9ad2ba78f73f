import '../../phone.css'
import { useQuery } from '@tanstack/react-query'
import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { firstUpper } from '../../../../lib/first-upper.ts'
import { useLocale } from '../../../../lib/locale.ts'
import { Loading } from '../../../../ui/phone/loading.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { monthHref } from '../month-links.ts'
import { type OwnMonth, ownQueries } from '../queries.ts'

/** Every month with what became of it. */
export function HistoryPage() {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(ownQueries.months())
  return (
    <Page title={t('declarationsSent.history.title')} back="/moi" hasTabs>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.months.length === 0 && (
        <p>
          {t('declarationsSent.history.empty')}{' '}
          {data.next !== null &&
            t('declarationsSent.history.emptyNext', {
              date: formatDate(data.next.opensOn, locale),
            })}
        </p>
      )}
      {data !== undefined && data.months.length > 0 && (
        <ul className="plain-list">
          {data.months.map((month) => (
            <MonthItem
              key={`${month.month}${month.activityId}`}
              month={month}
              months={data.months}
            />
          ))}
        </ul>
      )}
    </Page>
  )
}

function MonthItem({ month, months }: { month: OwnMonth; months: readonly OwnMonth[] }) {
  const t = useT()
  const locale = useLocale()
  const isOnly = months.every((one) => one.activityId === month.activityId)
  return (
    <li>
      <Link href={monthHref(month, months)}>
        <strong>
          {firstUpper(formatMonth(month.month, locale))}
          {isOnly ? '' : ` · ${month.activityName}`}
        </strong>
      </Link>
      <p>
        {t(`declarationsSent.state.${month.isReturned ? 'returned' : month.state}`)}
        {month.number !== null && ` · ${month.number}`}
      </p>
      {month.salesCents !== null && (
        <p className="hint">
          {t('declarationsSent.history.received', {
            amount: formatCents(BigInt(month.salesCents), locale),
          })}
        </p>
      )}
    </li>
  )
}
