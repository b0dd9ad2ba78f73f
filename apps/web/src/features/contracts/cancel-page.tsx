import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { GiveUpPage } from '../../ui/staff/give-up-page.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useCancelContract } from './mutations.ts'
import { contractQueries } from './queries.ts'

/** Gives a contract up, with a reason that stays. */
export function CancelPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { contractId = '' } = useParams()
  const { data, error, refetch } = useQuery(contractQueries.detail(contractId))
  const cancel = useCancelContract(contractId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/contrats/${contractId}`
  const { number, version } = data
  return (
    <GiveUpPage
      title={t('contracts.cancel.title', { number })}
      consequences={[
        t('contracts.cancel.sign'),
        t('contracts.cancel.number'),
        t('contracts.cancel.again'),
      ]}
      confirmLabel={t('contracts.cancel.confirm')}
      cancelHref={href}
      isBusy={cancel.isPending}
      error={cancel.error}
      onGiveUp={(reason) =>
        afterWrite(cancel.mutateAsync({ reason, version }), () => navigate(href))
      }
    />
  )
}
