import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useEvents } from '../../lib/use-events.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { ProgressLine } from '../../ui/staff/progress-line.tsx'
import { useT } from '../../ui/staff/words.ts'
import { milestoneOf } from './milestone.ts'
import { MissingStatements } from './missing-statements.tsx'
import { type Closing, closingQueries } from './queries.ts'
import { stepHref } from './steps.ts'

type Progress = Closing['statements']

/** Statements being drawn, as they are drawn. The page may be closed: the work goes on. */
export function ProgressStep({ month }: { month: string }) {
  const t = useT()
  const client = useQueryClient()
  const detail = closingQueries.detail(month)
  const { data, error, refetch } = useQuery(detail)
  const isOver = data !== undefined && isEnded(data.statements)
  const keep = useCallback(
    (progress: Progress) => {
      client.setQueryData<Closing>(
        detail.queryKey,
        (known) => known && { ...known, statements: progress },
      )
      if (isEnded(progress)) void client.invalidateQueries(detail)
    },
    [client, detail],
  )
  const statusOf = ({ done, failed, total }: Progress) =>
    failed > 0 && isEnded({ done, failed, total })
      ? t('closing.progress.stopped', { count: failed, done: String(done) })
      : t(`closing.progress.${milestoneOf({ done, total })}`)
  useEvents({
    url: isOver ? null : apiUrl('GET /closings/:month/events', { params: { month } }),
    names: ['progress'],
    onEvent: (_name, heard) => {
      if (isProgress(heard)) keep(heard)
    },
    onPoll: () => void refetch(),
  })
  return (
    <>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && (
        <section className="panel">
          <h2>{t('closing.progress.title')}</h2>
          <ProgressLine {...data.statements} text={t('closing.progress.text', data.statements)} />
          <p role="status">{statusOf(data.statements)}</p>
          {!isOver && <p>{t('closing.progress.closePage')}</p>}
          <Link href={stepHref(month, 'done')}>{t('closing.progress.toDone')}</Link>
        </section>
      )}
      {data && isOver && <MissingStatements closing={data} />}
    </>
  )
}

/** Nothing more will come: what is not drawn cannot be, until somebody mends it. */
function isEnded({ done, failed, total }: Progress): boolean {
  return done + failed >= total
}

function isProgress(heard: unknown): heard is Progress {
  return (
    typeof heard === 'object' &&
    heard !== null &&
    'done' in heard &&
    'failed' in heard &&
    'total' in heard &&
    typeof heard.done === 'number' &&
    typeof heard.failed === 'number' &&
    typeof heard.total === 'number'
  )
}
