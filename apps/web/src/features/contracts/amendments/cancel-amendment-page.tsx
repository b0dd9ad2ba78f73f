import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ConfirmPage } from '../../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { LongTextField } from '../../../ui/staff/fields.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { amendmentQueries, useCancelAmendment } from './queries.ts'

/** Gives an amendment up, with a reason that stays. */
export function CancelAmendmentPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { amendmentId = '' } = useParams()
  const { data, error, refetch } = useQuery(amendmentQueries.detail(amendmentId))
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const cancel = useCancelAmendment(amendmentId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/contrats/avenants/${amendmentId}`
  const isEmpty = reason.trim() === ''
  const confirm = () => {
    setMissing(isEmpty)
    if (isEmpty) {
      document.getElementById('reason')?.focus()
      return
    }
    const input = { reason: reason.trim(), version: data.version }
    cancel.mutate(input, { onSuccess: () => navigate(href) })
  }
  return (
    <ConfirmPage
      title={t('amendments.cancel.title', { n: data.n, number: data.contract.number })}
      consequences={[t('amendments.cancel.sign'), t('amendments.cancel.contract')]}
      confirmLabel={t('amendments.cancel.confirm')}
      cancelHref={href}
      isDangerous
      isBusy={cancel.isPending}
      error={cancel.error}
      onConfirm={confirm}
    >
      <LongTextField
        name="reason"
        label={t('contracts.cancel.reason')}
        error={isMissing && isEmpty ? t('contracts.cancel.missing') : null}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPage>
  )
}
