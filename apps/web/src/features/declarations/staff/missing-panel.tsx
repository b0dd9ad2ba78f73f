import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { CallForm } from './call-form.tsx'
import { CallSheet } from './call-sheet.tsx'
import { MissingPeople } from './missing-people.tsx'
import { useRemindMissing } from './mutations.ts'
import { type CallList, type MissingPerson, reviewQueries } from './queries.ts'

/** Who has not declared a month: reminders while there is time, calls, and the list to print. */
export function MissingPanel({ month }: { month: string }) {
  const { data, error, refetch } = useQuery(reviewQueries.missing(month))
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  return <Missing list={data} />
}

function Missing({ list }: { list: CallList }) {
  const t = useT()
  const locale = useLocale()
  const remind = useRemindMissing(list.month)
  const [called, setCalled] = useState<MissingPerson | null>(null)
  const date = formatDate(list.deadlineOn, locale)
  return (
    <>
      <div className="no-print">
        <p>{t(list.isPast ? 'calls.past' : 'calls.until', { date })}</p>
        <div className="form-actions">
          {list.mailable > 0 && (
            <Button loading={remind.isPending} onClick={() => remind.mutate()}>
              {t('calls.remind', { count: list.mailable })}
            </Button>
          )}
          <Button variant="default" onClick={() => window.print()}>
            {t('calls.print')}
          </Button>
        </div>
        {list.mailable > 0 && <p className="dimmed">{t('calls.remindHint')}</p>}
        {remind.error && <ErrorBlock error={remind.error} />}
        <p role="status">
          {remind.data !== undefined && t('calls.reminded', { count: remind.data.mailed })}
        </p>
        {called !== null && (
          <CallForm
            key={called.personId}
            person={called}
            month={list.month}
            onLeave={() => setCalled(null)}
          />
        )}
        <MissingPeople list={list} onCall={setCalled} />
        {list.total > list.most && <p>{t('calls.more', { most: list.most, total: list.total })}</p>}
      </div>
      <CallSheet list={list} />
    </>
  )
}
