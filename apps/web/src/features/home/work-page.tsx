import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { RANKED_CONSEQUENCES } from '@terreau/domain/work-queue/ranking'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { UndoBar } from '../../ui/staff/undo-bar.tsx'
import { useT } from '../../ui/staff/words.ts'
import { FocusMode } from './focus-mode.tsx'
import { MonthSteps } from './month-steps.tsx'
import { useWake } from './mutations.ts'
import { homeQueries, type Queue, type QueueItem } from './queries.ts'
import { filterOf, useWorkView, viewHref, type WorkView } from './use-work-view.ts'
import { WorkFilters } from './work-filters.tsx'
import { WorkList } from './work-list.tsx'
import { WorkSummary } from './work-summary.tsx'

/** What waits for staff, most pressing first. A row leaves when the thing is done, never by hand. */
export function WorkPage() {
  const t = useT()
  const locale = useLocale()
  const view = useWorkView()
  const [, navigate] = useLocation()
  const list = useInfiniteQuery(homeQueries.queue(filterOf(view)))
  const { error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const [first] = list.data?.pages ?? []
  const items = (list.data?.pages ?? []).flatMap((page) => page.items)
  const data = first && { ...first, items }
  const more = hasNextPage ? () => void fetchNextPage() : null
  const begin = () => navigate(viewHref({ ...view, isFocus: true }))
  return (
    <>
      <PageHeader
        title={t('home.title')}
        subtitle={data && <WorkSummary queue={data} />}
        actions={
          data &&
          data.items.length > 0 &&
          !view.isFocus && <Button onClick={begin}>{t('home.focus.begin')}</Button>
        }
      />
      {error && (
        <ErrorBlock error={error} onRetry={() => void refetch()}>
          {data && <p>{t('home.readAt', { at: formatInstant(data.readAt, locale) })}</p>}
        </ErrorBlock>
      )}
      {!view.isFocus && <MonthSteps />}
      {data === undefined && !error && <Loading />}
      {data && (
        <Work
          queue={data}
          view={view}
          onFocusMode={begin}
          onMore={more}
          isFetchingMore={isFetchingNextPage}
        />
      )}
    </>
  )
}

interface WorkProps {
  queue: Queue
  view: WorkView
  onFocusMode: () => void
  /** Null: everything is shown. */
  onMore: (() => void) | null
  isFetchingMore: boolean
}

function Work({ view, ...rows }: WorkProps) {
  const { queue, onMore } = rows
  const [, navigate] = useLocation()
  const leave = () => navigate(viewHref({ ...view, isFocus: false }))
  if (view.isFocus) {
    const { items, total, today } = queue
    return <FocusMode items={items} total={total} onMore={onMore} today={today} onLeave={leave} />
  }
  return (
    <>
      <WorkFilters view={view} snoozed={queue.snoozed} />
      {queue.items.length === 0 && <NothingToDo queue={queue} view={view} />}
      {queue.items.length > 0 && <Rows {...rows} />}
    </>
  )
}

function Rows({ queue, onFocusMode, onMore, isFetchingMore }: Omit<WorkProps, 'view'>) {
  const t = useT()
  const [aside, setAside] = useState<QueueItem | null>(null)
  const wake = useWake()
  const undo = () => {
    if (aside !== null) wake.mutate({ kind: aside.kind, targetId: aside.targetId })
    setAside(null)
  }
  return (
    <>
      <WorkList
        items={queue.items}
        today={queue.today}
        onFocusMode={onFocusMode}
        onDone={({ item, noting }) => setAside(noting === 'snooze' ? item : null)}
      />
      <UndoBar
        text={aside === null ? null : t('home.snooze.done', { name: aside.personName })}
        onUndo={undo}
        onClose={() => setAside(null)}
      />
      {onMore !== null && (
        <div className="list-more">
          <Button variant="default" loading={isFetchingMore} onClick={onMore}>
            {t('home.more')}
          </Button>
          <span>
            {t(queue.isMore ? 'home.shownOfMore' : 'home.shown', {
              shown: queue.items.length,
              total: queue.total,
            })}
          </span>
        </div>
      )}
      <p className="dimmed">
        {t('home.ranking')} {t('home.rankingOrder')}{' '}
        {RANKED_CONSEQUENCES.map((name) => t(`home.consequence.${name}`)).join(' → ')}
      </p>
      <p className="dimmed">{t('home.keys')}</p>
    </>
  )
}

function NothingToDo({ queue, view }: { queue: Queue; view: WorkView }) {
  const t = useT()
  const locale = useLocale()
  if (view.isSnoozed) return <EmptyState kind="filtered" title={t('home.empty.aside')} />
  if (view.topic !== null || view.inCharge !== '')
    return <EmptyState kind="filtered" title={t('home.empty.filtered')} />
  return (
    <EmptyState kind="done" title={t('home.empty.done')}>
      <p>
        {t('home.empty.doneHint', {
          month: formatMonth(queue.openMonth, locale),
          date: formatDate(queue.deadlineOn, locale),
        })}
      </p>
    </EmptyState>
  )
}
