import { useQueries } from '@tanstack/react-query'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { CloseForm } from './close-form.tsx'
import { closingQueries } from './queries.ts'

/** The act that cannot be taken back: what it does, line by line, then one button. */
export function CloseStep({ month }: { month: string }) {
  const t = useT()
  const mayClose = useCan('closing.close')
  const [checks, preview] = useQueries({
    queries: [closingQueries.checks(month), closingQueries.preview(month)],
  })
  const error = checks.error ?? preview.error
  const retry = () => {
    void checks.refetch()
    void preview.refetch()
  }
  if (!mayClose) return <p>{t('closing.checks.readOnly')}</p>
  return (
    <>
      {error && <ErrorBlock error={error} onRetry={retry} />}
      {checks.data && preview.data ? (
        <CloseForm
          month={month}
          checks={checks.data.checks}
          activities={new Set(preview.data.lines.map((line) => line.activityId)).size}
        />
      ) : (
        !error && <Loading />
      )}
    </>
  )
}
