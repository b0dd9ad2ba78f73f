import { useQuery } from '@tanstack/react-query'
import { formatMonth } from '@terreau/i18n/format'
import { Link, useParams, useSearchParams } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { LineWithReason } from './line-with-reason.tsx'
import { MyYear } from './my-year.tsx'
import { type Account, ledgerQueries } from './queries.ts'

/** One month, line by line; or, when a year is asked for, its months. */
export function MyMonthPage() {
  const { mois = '' } = useParams()
  return /^\d{4}$/.test(mois) ? <MyYear key={mois} year={Number(mois)} /> : <MyMonth month={mois} />
}

/** Each amount with its reason, in the words of the statement. */
function MyMonth({ month }: { month: string }) {
  const t = useT()
  const locale = useLocale()
  const [search] = useSearchParams()
  const activityId = search.get('activite') ?? undefined
  const { data, error, refetch } = useQuery(ledgerQueries.ownMonth(month, activityId))
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
  const title = isMonth
    ? t('account.month.title', { month: formatMonth(month, locale) })
    : t('account.title')
  return (
    <Page title={title} back="/moi/argent">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && <Month account={data} month={month} activityId={activityId} />}
    </Page>
  )
}

interface MonthProps {
  account: Account
  month: string
  activityId: string | undefined
}

function Month({ account, month, activityId }: MonthProps) {
  const t = useT()
  const statement = apiUrl('GET /me/statements/:month', {
    params: { month },
    query: { activityId },
  })
  return (
    <>
      {activityId !== undefined && (
        <p>{t('account.month.otherActivity', { name: account.activityName })}</p>
      )}
      <Notice look={account.isClosed ? 'success' : 'info'}>
        <p>{t(account.isClosed ? 'account.month.closed' : 'account.month.open')}</p>
        {account.isClosed && !account.hasStatement && <p>{t('account.month.statementSoon')}</p>}
      </Notice>
      {account.hasStatement && (
        <LinkButton href={statement} isExternal look="secondary">
          {t('account.month.statement')}
        </LinkButton>
      )}
      <Balance label={t('account.month.before')} cents={account.openingCents} />
      <h2 className="account-title">{t('account.month.lines')}</h2>
      {account.lines.length === 0 && <p>{t('account.month.empty')}</p>}
      {account.lines.map((line) => (
        <LineWithReason key={`${line.postingId}-${line.position}`} line={line} />
      ))}
      <Balance
        label={t(account.isClosed ? 'account.month.after' : 'account.month.afterOpen')}
        cents={account.closingCents}
      />
      <Declarations account={account} />
      <Neighbours account={account} activityId={activityId} />
    </>
  )
}

/** What the lines come from: the declaration of the month, and of an earlier one that was late. */
function Declarations({ account }: { account: Account }) {
  const t = useT()
  const locale = useLocale()
  const declared = account.lines.filter((line) => line.declarationId !== null)
  const months = [...new Set(declared.map((line) => line.concernsMonth))].sort()
  return months.map((month) => (
    <Link className="account-link" key={month} href={`/moi/declarations/${month}`}>
      {t('account.month.declaration', { month: formatMonth(month, locale) })}
    </Link>
  ))
}

/** The nearest months with something on the account, before and after. */
function Neighbours({ account, activityId }: Omit<MonthProps, 'month'>) {
  const t = useT()
  const locale = useLocale()
  const ways = [
    { month: account.earlierMonth, key: 'account.month.previous' },
    { month: account.laterMonth, key: 'account.month.next' },
  ] as const
  if (ways.every(({ month }) => month === null)) return null
  return (
    <nav aria-label={t('account.month.around')}>
      {ways.map(
        ({ month, key }) =>
          month !== null && (
            <Link
              className="account-link"
              key={key}
              href={`/moi/argent/${month}${activityId === undefined ? '' : `?activite=${activityId}`}`}
            >
              {t(key, { month: formatMonth(month, locale) })}
            </Link>
          ),
      )}
    </nav>
  )
}

function Balance({ label, cents }: { label: string; cents: string }) {
  return (
    <p className="balance">
      {label}
      <strong className="figure">
        <MoneyText cents={cents} />
      </strong>
    </p>
  )
}
