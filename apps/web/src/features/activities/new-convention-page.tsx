import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ConventionForm } from './convention-form.tsx'
import { newValues } from './convention-values.ts'
import { useDraftConvention } from './mutations.ts'
import { activityQueries } from './queries.ts'

/** Prepares the convention that sharing an activity needs. */
export function NewConventionPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { activityId = '' } = useParams()
  const { data, error, refetch } = useQuery(activityQueries.detail(activityId))
  const draft = useDraftConvention(activityId)
  const href = `/gestion/activites/${activityId}`
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageHeader
        title={t('activities.form.newTitle', { name: data.name })}
        subtitle={t('activities.conventions.intro')}
        back={{ href, label: data.name }}
        hasError={draft.isError}
      />
      <ConventionForm
        start={newValues(data, todayInZone())}
        cancelHref={href}
        isBusy={draft.isPending}
        error={draft.error}
        onSave={(body) =>
          afterWrite(draft.mutateAsync(body), ({ id }) => navigate(`/gestion/conventions/${id}`))
        }
      />
    </>
  )
}
