import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { LongTextField } from '../../ui/staff/fields.tsx'
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
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const cancel = useCancelConvention(conventionId)
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const href = `/gestion/conventions/${conventionId}`
  const confirm = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') document.getElementById('reason')?.focus()
    else cancel.mutate(reason.trim(), { onSuccess: () => navigate(href) })
  }
  return (
    <ConfirmPage
      title={t('activities.cancelPage.title', { number: data.number })}
      consequences={[
        t('activities.cancelPage.sign'),
        t('activities.cancelPage.number'),
        t('activities.cancelPage.again'),
      ]}
      confirmLabel={t('activities.cancelPage.confirm')}
      cancelHref={href}
      isDangerous
      isBusy={cancel.isPending}
      error={cancel.error}
      onConfirm={confirm}
    >
      <LongTextField
        name="reason"
        label={t('activities.cancelPage.reason')}
        error={isMissing && reason.trim() === '' ? t('activities.cancelPage.missing') : null}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPage>
  )
}
