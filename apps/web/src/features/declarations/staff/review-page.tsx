import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useCan } from '../../../lib/session.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { UndoBar } from '../../../ui/staff/undo-bar.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { MissingPanel } from './missing-panel.tsx'
import { MissingTable } from './missing-table.tsx'
import { MonthField } from './month-field.tsx'
import { QUEUE_VIEWS, type Queue, reviewQueries, type ViewSlug } from './queries.ts'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueProgress } from './queue-progress.tsx'
import { QueueViews } from './queue-views.tsx'
import { ReviewDesk } from './review-desk.tsx'
import { type DoneAct, useUndo } from './use-undo.ts'

/** The declarations of a month: the queue, the declaration, its receipts. */
export function ReviewPage() {
  const t = useT()
  const [params] = useSearchParams()
  const asked = params.get('vue')
  const slug = isSlug(asked) ? asked : 'a-revoir'
  const { data, error, refetch, isPlaceholderData } = useQuery(
    reviewQueries.queue(slug, params.get('mois') ?? undefined),
  )
  const [done, setDone] = useState<DoneAct | null>(null)
  const undo = useUndo(done, setDone)
  return (
    <>
      {/* Of the missing, only the list of calls is printed. */}
      <div className={slug === 'manquantes' ? 'no-print' : undefined}>
        <PageHeader
          title={t('review.title')}
          subtitle={data && <QueueProgress queue={data} />}
          actions={data && <MonthField queue={data} />}
        />
        <QueueViews current={slug} counts={data?.counts} />
      </div>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {undo.error && <ErrorBlock error={undo.error} />}
      {data === undefined && !error && <Loading />}
      {data !== undefined && (
        <div aria-busy={isPlaceholderData}>
          <Content queue={data} slug={slug} onDone={setDone} />
        </div>
      )}
      <UndoBar
        text={done === null ? null : done.text}
        onUndo={undo.run}
        onClose={() => setDone(null)}
      />
    </>
  )
}

interface ContentProps {
  queue: Queue
  slug: ViewSlug
  onDone: (act: DoneAct | null) => void
}

function Content({ queue, slug, onDone }: ContentProps) {
  const mayReview = useCan('declaration.review')
  const mayReach = useCan('declaration.declare-for')
  const missing = queue.rows.filter((row) => row.id === null)
  const sent = queue.rows.filter((row) => row.id !== null)
  if (slug === 'manquantes' && mayReach && missing.length > 0) {
    return <MissingPanel month={queue.month} />
  }
  if (queue.rows.length === 0) return <QueueEmpty slug={slug} month={queue.month} />
  return (
    <>
      {sent.length > 0 && (
        <ReviewDesk rows={sent} mayReview={mayReview && !queue.isMonthClosed} onDone={onDone} />
      )}
      {missing.length > 0 && <MissingTable rows={missing} month={queue.month} />}
    </>
  )
}

function isSlug(text: string | null): text is ViewSlug {
  return text !== null && Object.hasOwn(QUEUE_VIEWS, text)
}
