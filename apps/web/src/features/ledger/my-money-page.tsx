import { useQuery } from '@tanstack/react-query'
import { formatList, formatRateBp } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { AvailableFigure } from './available-figure.tsx'
import { BalanceOnDay } from './balance-on-day.tsx'
import { EarlierMonths } from './earlier-months.tsx'
import { MonthCard } from './month-card.tsx'
import { MonthInWords } from './month-in-words.tsx'
import { OtherYears } from './other-years.tsx'
import { monthHref } from './own-places.ts'
import { ledgerQueries, type OwnAccount } from './queries.ts'

/** What a person has, the last month in words, and the months to open, newest first. */
export function MyMoneyPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(ledgerQueries.own())
  return (
    <Page title={t('account.title')} hint={t('account.hint')} hasTabs>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.length === 0 && (
        <>
          <p className="lead">{t('account.noActivity')}</p>
          <p>{t('account.noActivityHint')}</p>
        </>
      )}
      {data?.map((account) => (
        <ActivityMoney key={account.activityId} account={account} isOnly={data.length === 1} />
      ))}
      {data !== undefined && data.length > 0 && <BalanceOnDay isOnly={data.length === 1} />}
      {data !== undefined && data.length > 0 && (
        <LinkButton href="/moi/simulateur" look="secondary">
          {t('account.simulate')}
        </LinkButton>
      )}
      {data !== undefined && (
        <Link className="account-link" href="/moi/argent/services-communs">
          {t('account.services.title')}
        </Link>
      )}
    </Page>
  )
}

function ActivityMoney({ account, isOnly }: { account: OwnAccount; isOnly: boolean }) {
  const t = useT()
  const [last] = account.months
  const heading = `activity-${account.activityId}`
  return (
    <section aria-labelledby={isOnly ? undefined : heading}>
      {!isOnly && (
        <h2 id={heading}>{t('account.month.otherActivity', { name: account.activityName })}</h2>
      )}
      <AvailableFigure balanceCents={account.shared?.ownCents ?? account.balanceCents} />
      {account.shared && <SharedActivity shared={account.shared} whole={account.balanceCents} />}
      {last === undefined ? (
        <p className="lead">{t('account.empty')}</p>
      ) : (
        <>
          <MonthInWords month={last} href={monthHref(account.activityId, last.month, isOnly)} />
          <h2 className="account-title">{t('account.months.title')}</h2>
          <OtherYears account={account} />
          <ul className="months">
            {account.months.map((month) => (
              <li key={month.month}>
                <MonthCard
                  month={month}
                  href={monthHref(account.activityId, month.month, isOnly)}
                />
              </li>
            ))}
          </ul>
          {account.nextBefore !== null && (
            <EarlierMonths
              activityId={account.activityId}
              before={account.nextBefore}
              hrefOf={(month) => monthHref(account.activityId, month, isOnly)}
            />
          )}
        </>
      )}
    </section>
  )
}

interface SharedActivityProps {
  shared: NonNullable<OwnAccount['shared']>
  whole: string
}

/** With whom, what part, of what: the lines below are those of the whole activity. */
function SharedActivity({ shared, whole }: SharedActivityProps) {
  const t = useT()
  const locale = useLocale()
  const names = formatList(shared.others, locale)
  return (
    <Notice look="info">
      <p>{t('account.shared.with', { names })}</p>
      <p>
        {t('account.shared.part', {
          rate: formatRateBp(BigInt(shared.sharePermille) * 10n, locale),
        })}
      </p>
      <p>
        {t('account.shared.whole')} <MoneyText cents={whole} />
      </p>
      <p>{t('account.shared.costs')}</p>
    </Notice>
  )
}
