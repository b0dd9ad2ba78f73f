import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { LongTextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useCancelInterview } from './mutations.ts'
import { interviewQueries } from './queries.ts'

/** Drops an interview, with a reason that stays. */
export function CancelInterviewPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { interviewId = '' } = useParams()
  const { data, error, refetch } = useQuery(interviewQueries.detail(interviewId))
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const cancel = useCancelInterview(interviewId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/entretiens/${interviewId}`
  const confirm = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') document.getElementById('reason')?.focus()
    else afterWrite(cancel.mutateAsync(reason.trim()), () => navigate(href))
  }
  return (
    <ConfirmPage
      title={t('interviews.cancelPage.title', { name: data.person.name })}
      consequences={[t('interviews.cancelPage.counts'), t('interviews.cancelPage.sign')]}
      confirmLabel={t('interviews.cancelPage.confirm')}
      cancelHref={href}
      isDangerous
      isBusy={cancel.isPending}
      error={cancel.error}
      onConfirm={confirm}
    >
      <LongTextField
        name="reason"
        label={t('interviews.cancelPage.reason')}
        error={isMissing && reason.trim() === '' ? t('interviews.cancelPage.missing') : null}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPage>
  )
}
