import { useQuery } from '@tanstack/react-query'
import { parseLocalDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { ledgerQueries } from './queries.ts'

/** What the account had on another day: a date is chosen, one amount is said. */
export function BalanceOnDay({ isOnly }: { isOnly: boolean }) {
  const t = useT()
  const [day, setDay] = useState('')
  return (
    <details className="on-day">
      <summary>{t('account.onDay.open')}</summary>
      <TextField
        name="onDay"
        type="date"
        label={t('account.onDay.label')}
        hint={t('account.onDay.hint')}
        value={day}
        onChange={setDay}
      />
      <div aria-live="polite">
        {parseLocalDate(day) !== null && <Balances day={day} isOnly={isOnly} />}
      </div>
    </details>
  )
}

function Balances({ day, isOnly }: { day: string; isOnly: boolean }) {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(ledgerQueries.ownOn(day))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  return data?.map((account) => (
    <p className="balance" key={account.activityId}>
      {isOnly
        ? t('account.onDay.balance', { date: formatDate(day, locale) })
        : t('account.onDay.balanceOf', {
            date: formatDate(day, locale),
            name: account.activityName,
          })}{' '}
      <strong className="figure">
        <MoneyText cents={account.balanceCents} />
      </strong>
    </p>
  ))
}
