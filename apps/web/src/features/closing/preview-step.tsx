import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { PreviewTable } from './preview-table.tsx'
import { PreviewTotals } from './preview-totals.tsx'
import { closingQueries } from './queries.ts'
import { stepHref } from './steps.ts'
import { usePrimaryKey } from './use-primary-key.ts'

/** The figures that closing would freeze, beside those of the month before. */
export function PreviewStep({ month }: { month: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(closingQueries.preview(month))
  const [, navigate] = useLocation()
  const next = stepHref(month, 'close')
  usePrimaryKey(() => navigate(next))
  return (
    <>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.lines.length === 0 && (
        <EmptyState kind="first" title={t('closing.preview.empty')}>
          <p>{t('closing.preview.emptyHint')}</p>
        </EmptyState>
      )}
      {data && data.lines.length > 0 && (
        <>
          <h2>{t('closing.preview.totals')}</h2>
          <PreviewTotals month={month} preview={data} />
          <h2>{t('closing.preview.people')}</h2>
          <PreviewTable month={month} preview={data} />
        </>
      )}
      <p className="closing-links">
        <Button component={Link} href={next}>
          {t('closing.preview.continue')}
        </Button>
        <a href={apiUrl('GET /closings/:month/journal.csv', { params: { month } })}>
          {t('closing.preview.draftJournal')}
        </a>
      </p>
    </>
  )
}
