import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { GiveUpPage } from '../../../ui/staff/give-up-page.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { amendmentQueries, useCancelAmendment } from './queries.ts'

/** Gives an amendment up, with a reason that stays. */
export function CancelAmendmentPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { amendmentId = '' } = useParams()
  const { data, error, refetch } = useQuery(amendmentQueries.detail(amendmentId))
  const cancel = useCancelAmendment(amendmentId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/contrats/avenants/${amendmentId}`
  const { n, contract, version } = data
  return (
    <GiveUpPage
      title={t('amendments.cancel.title', { n, number: contract.number })}
      consequences={[t('amendments.cancel.sign'), t('amendments.cancel.contract')]}
      confirmLabel={t('amendments.cancel.confirm')}
      cancelHref={href}
      isBusy={cancel.isPending}
      error={cancel.error}
      onGiveUp={(reason) =>
        afterWrite(cancel.mutateAsync({ reason, version }), () => navigate(href))
      }
    />
  )
}
