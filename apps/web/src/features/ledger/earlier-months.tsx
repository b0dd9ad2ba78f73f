import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/phone/button.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { MonthCard } from './month-card.tsx'
import { ledgerQueries } from './queries.ts'

interface EarlierMonthsProps {
  activityId: string
  before: string
  hrefOf: (month: string) => string
}

/** The months that came before those of the page: nothing is fetched until they are asked for. */
export function EarlierMonths({ activityId, before, hrefOf }: EarlierMonthsProps) {
  const t = useT()
  const [isAsked, setIsAsked] = useState(false)
  const list = useInfiniteQuery({
    ...ledgerQueries.ownMonths(activityId, before),
    enabled: isAsked,
  })
  const months = list.data?.pages.flatMap((page) => page.months) ?? []
  const more = () => {
    if (isAsked) void list.fetchNextPage()
    else setIsAsked(true)
  }
  return (
    <>
      {months.length > 0 && (
        <ul className="months">
          {months.map((month) => (
            <li key={month.month}>
              <MonthCard month={month} href={hrefOf(month.month)} />
            </li>
          ))}
        </ul>
      )}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {(list.data === undefined || list.hasNextPage) && !list.error && (
        <Button type="button" look="secondary" isBusy={list.isFetching} onClick={more}>
          {t('account.months.earlier')}
        </Button>
      )}
    </>
  )
}
