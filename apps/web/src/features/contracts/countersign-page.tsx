import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useCountersign } from './mutations.ts'
import { contractQueries } from './queries.ts'

/** The cooperative's signature cannot be taken back: what it does is said before. */
export function CountersignPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { contractId = '' } = useParams()
  const { data, error, refetch } = useQuery(contractQueries.detail(contractId))
  const sign = useCountersign(contractId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/contrats/${contractId}`
  const shown = data.documents.find((document) => document.stage === 'to_sign')
  const name = `${data.person.givenName} ${data.person.familyName}`
  return (
    <ConfirmPage
      title={t('contracts.countersign.title', { number: data.number })}
      consequences={[
        t('contracts.countersign.read', { name }),
        t('contracts.countersign.active'),
        t('contracts.countersign.evidence'),
        t('contracts.countersign.mail', { name }),
      ]}
      confirmLabel={t('contracts.countersign.confirm')}
      cancelHref={href}
      isBusy={sign.isPending}
      error={sign.error}
      onConfirm={() => sign.mutate(shown?.sha256 ?? '', { onSuccess: () => navigate(href) })}
    />
  )
}
