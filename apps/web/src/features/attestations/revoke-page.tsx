import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useRevokeAttestation } from './mutations.ts'
import { type AttestationDetail, attestationQueries } from './queries.ts'
import { ReasonFields } from './reason-fields.tsx'
import { REASONS, useReason } from './use-reason.ts'

/** Revoking cannot be undone: a whole page says what it does. */
export function RevokePage() {
  const { attestationId = '' } = useParams()
  const { data, error, refetch } = useQuery(attestationQueries.detail(attestationId))
  if (data) return <RevokeForm attestation={data} />
  return error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />
}

function RevokeForm({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const [, goTo] = useLocation()
  const { id, number, personName: name } = attestation
  // As it stood when the page was read: somebody else may replace it meanwhile, which is then refused.
  const [replacement] = useState(attestation.replacement)
  const revoke = useRevokeAttestation(id)
  const why = useReason()
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(null, attempt > 0 ? why.errors : {})
  const submit = () => {
    setAttempt(attempt + 1)
    if (why.text === null) return
    const body = { reason: why.text, isReplaced: replacement !== null }
    afterWrite(revoke.mutateAsync(body), () => goTo(`/gestion/attestations/${id}`))
  }
  return (
    <ConfirmPage
      title={t('attestations.revoke.title', { number })}
      consequences={[
        t('attestations.revoke.consequences.page'),
        t('attestations.revoke.consequences.forever'),
        t('attestations.revoke.consequences.number', { number }),
        t('attestations.revoke.consequences.person', { name }),
        replacement === null
          ? t('attestations.revoke.consequences.again')
          : t('attestations.revoke.consequences.replaced', { number: replacement.number }),
      ]}
      confirmLabel={t('attestations.revoke.confirm', { number })}
      cancelHref={`/gestion/attestations/${id}`}
      isBusy={revoke.isPending}
      error={revoke.error}
      isDangerous
      onConfirm={submit}
    >
      <ErrorSummary form={form} attempt={attempt} />
      <ReasonFields why={why} form={form} offered={REASONS} />
    </ConfirmPage>
  )
}
