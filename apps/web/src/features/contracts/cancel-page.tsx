import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { LongTextField } from '../../ui/staff/fields.tsx'
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
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const cancel = useCancelContract(contractId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/contrats/${contractId}`
  const confirm = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') {
      document.getElementById('reason')?.focus()
      return
    }
    const input = { reason: reason.trim(), version: data.version }
    cancel.mutate(input, { onSuccess: () => navigate(href) })
  }
  return (
    <ConfirmPage
      title={t('contracts.cancel.title', { number: data.number })}
      consequences={[
        t('contracts.cancel.sign'),
        t('contracts.cancel.number'),
        t('contracts.cancel.again'),
      ]}
      confirmLabel={t('contracts.cancel.confirm')}
      cancelHref={href}
      isDangerous
      isBusy={cancel.isPending}
      error={cancel.error}
      onConfirm={confirm}
    >
      <LongTextField
        name="reason"
        label={t('contracts.cancel.reason')}
        hint={t('contracts.cancel.reasonHint')}
        error={isMissing && reason.trim() === '' ? t('contracts.cancel.missing') : null}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPage>
  )
}
