import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, RadioField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useRevokeAttestation } from './mutations.ts'
import { type AttestationDetail, attestationQueries } from './queries.ts'

const REASONS = ['figures', 'identity', 'contract', 'misuse', 'other'] as const

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
  const revoke = useRevokeAttestation(id)
  const [reason, setReason] = useState('')
  const [details, setDetails] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isDetailMissing = reason === 'other' && details.trim() === ''
  const local = {
    reason: reason === '' ? t('attestations.revoke.reasonMissing') : null,
    details: isDetailMissing ? t('attestations.revoke.detailsMissing') : null,
  }
  const form = useFieldErrors(null, attempt > 0 ? local : {})
  const chosen = REASONS.find((one) => one === reason)
  const submit = () => {
    setAttempt(attempt + 1)
    if (chosen === undefined || isDetailMissing) return
    const label = t(`attestations.revoke.reasons.${chosen}`)
    const text = details.trim() === '' ? label : `${label} : ${details.trim()}`
    revoke.mutate(text, { onSuccess: () => goTo(`/gestion/attestations/${id}`) })
  }
  return (
    <ConfirmPage
      title={t('attestations.revoke.title', { number })}
      consequences={[
        t('attestations.revoke.consequences.page'),
        t('attestations.revoke.consequences.forever'),
        t('attestations.revoke.consequences.number', { number }),
        t('attestations.revoke.consequences.person', { name }),
        t('attestations.revoke.consequences.again'),
      ]}
      confirmLabel={t('attestations.revoke.confirm', { number })}
      cancelHref={`/gestion/attestations/${id}`}
      isBusy={revoke.isPending}
      error={revoke.error}
      isDangerous
      onConfirm={submit}
    >
      <ErrorSummary form={form} attempt={attempt} />
      <RadioField
        name="reason"
        label={t('attestations.revoke.reason')}
        value={reason}
        onChange={setReason}
        error={form.errorOf('reason')}
        options={REASONS.map((value) => ({
          value,
          label: t(`attestations.revoke.reasons.${value}`),
        }))}
      />
      <LongTextField
        name="details"
        label={t('attestations.revoke.details')}
        hint={t('attestations.revoke.detailsHint')}
        value={details}
        onChange={setDetails}
        isOptional={reason !== 'other'}
        error={form.errorOf('details')}
      />
    </ConfirmPage>
  )
}
