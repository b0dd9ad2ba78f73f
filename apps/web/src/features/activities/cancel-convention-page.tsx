import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { GiveUpPage } from '../../ui/staff/give-up-page.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useCancelConvention } from './mutations.ts'
import { activityQueries } from './queries.ts'

/** Gives a convention up, with a reason that stays. */
export function CancelConventionPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { conventionId = '' } = useParams()
  const { data, error, refetch } = useQuery(activityQueries.convention(conventionId))
  const cancel = useCancelConvention(conventionId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/conventions/${conventionId}`
  return (
    <GiveUpPage
      title={t('activities.cancelPage.title', { number: data.number })}
      consequences={[
        t('activities.cancelPage.sign'),
        t('activities.cancelPage.number'),
        t('activities.cancelPage.again'),
      ]}
      confirmLabel={t('activities.cancelPage.confirm')}
      cancelHref={href}
      isBusy={cancel.isPending}
      error={cancel.error}
      onGiveUp={(reason) => afterWrite(cancel.mutateAsync(reason), () => navigate(href))}
    />
  )
}
