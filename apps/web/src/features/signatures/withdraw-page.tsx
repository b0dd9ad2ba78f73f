import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { LongTextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { signatureQueries, useWithdraw } from './queries.ts'

/** Takes a request back, with a reason that stays. */
export function WithdrawPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { signatureId = '' } = useParams()
  const { data, error, refetch } = useQuery(signatureQueries.detail(signatureId))
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const withdraw = useWithdraw(signatureId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/signatures/${signatureId}`
  const confirm = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') {
      document.getElementById('reason')?.focus()
      return
    }
    afterWrite(withdraw.mutateAsync(reason.trim()), () => navigate(href))
  }
  return (
    <ConfirmPage
      title={t('signatures.withdraw.title', { title: data.title })}
      consequences={[
        t('signatures.withdraw.nobody'),
        t('signatures.withdraw.kept'),
        t('signatures.withdraw.again'),
      ]}
      confirmLabel={t('signatures.withdraw.confirm')}
      cancelHref={href}
      isDangerous
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={confirm}
    >
      <LongTextField
        name="reason"
        label={t('signatures.withdraw.reason')}
        hint={t('signatures.withdraw.reasonHint')}
        error={isMissing && reason.trim() === '' ? t('signatures.withdraw.missing') : null}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPage>
  )
}
