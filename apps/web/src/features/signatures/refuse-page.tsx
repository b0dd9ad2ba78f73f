import { useState } from 'react'
import { useParams } from 'wouter'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { useRefuse } from './own-queries.ts'

/** To say no is as simple as to say yes; the reason goes to the cooperative. */
export function RefusePage() {
  const t = useT()
  const { signatureId = '' } = useParams()
  const refuse = useRefuse(signatureId)
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const missing = reason.trim() === '' ? t('signaturesPhone.refuse.missing') : null
  const form = useFieldErrors(
    missing === null ? refuse.error : null,
    attempt > 0 ? { reason: missing } : {},
  )
  if (refuse.isSuccess)
    return (
      <Page title={t('signaturesPhone.refuse.done')} hasTabs>
        <Notice look="info">
          <p>{t('signaturesPhone.refuse.doneText')}</p>
        </Notice>
        <LinkButton href="/moi/papiers">{t('signaturesPhone.sign.toPapers')}</LinkButton>
      </Page>
    )
  return (
    <Page
      title={t('signaturesPhone.refuse.title')}
      hint={t('signaturesPhone.refuse.hint')}
      back={`/moi/papiers/${signatureId}/signer`}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      {refuse.error && <ProblemNotice error={refuse.error} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAttempt((n) => n + 1)
          if (missing === null && !refuse.isPending) refuse.mutate(reason.trim())
        }}
      >
        <TextField
          name="reason"
          label={t('signaturesPhone.refuse.reason')}
          hint={t('signaturesPhone.refuse.reasonHint')}
          value={reason}
          error={form.errorOf('reason')}
          onChange={setReason}
        />
        <Button isBusy={refuse.isPending}>{t('signaturesPhone.refuse.confirm')}</Button>
      </form>
    </Page>
  )
}
