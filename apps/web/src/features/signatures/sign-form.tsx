import { useState } from 'react'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { afterWrite } from '../../lib/after-write.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { Button } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { type OwnDetail, useAskCode, useSign } from './own-queries.ts'

interface SignFormProps {
  signature: OwnDetail
  onReread: () => void
}

/** How long a code holds. */
const CODE_MS = 10 * 60_000

/**
 * Asks for the code first; then the name and the code, on one page. What was typed stays after an error.
 * Whoever goes to their mails and comes back to a page that the phone has dropped still finds the fields:
 * that a code was sent is kept with the place in the history.
 */
export function SignForm({ signature, onReread }: SignFormProps) {
  const t = useT()
  const [, navigate] = useLocation()
  const { documentSha256 } = signature
  const ask = useAskCode(signature.id)
  const sign = useSign(signature.id)
  const sentAt = useHistoryState<{ sentAt?: number } | null>()?.sentAt ?? 0
  const [times, setTimes] = useState(Date.now() - sentAt < CODE_MS ? 1 : 0)
  const [typedName, setName] = useState('')
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState(0)
  const local = {
    typedName: typedName.trim() === '' ? t('signaturesPhone.code.nameMissing') : null,
    code: code.replace(/\D/g, '').length === 6 ? null : t('signaturesPhone.code.codeMissing'),
  }
  const isWrong = local.typedName !== null || local.code !== null
  const form = useFieldErrors(isWrong ? null : sign.error, attempt > 0 ? local : {})
  const start = `/moi/papiers/${signature.id}/signer`
  const send = () =>
    afterWrite(ask.mutateAsync(), () => {
      setTimes((n) => n + 1)
      navigate(`${start}?etape=code`, { replace: true, state: { sentAt: Date.now() } })
    })
  const submit = () => {
    setAttempt((n) => n + 1)
    if (!isWrong && !sign.isPending) sign.mutate({ typedName, code, documentSha256 })
  }
  const hasChanged = problemOf(sign.error)?.code === 'document-changed'
  const reread = () => {
    onReread()
    navigate(start)
  }
  return (
    <Page
      title={t('signaturesPhone.code.title')}
      back={start}
      hasError={times > 0 && form.hasErrors}
      summary={times > 0 && <ErrorSummary form={form} attempt={attempt} />}
    >
      {ask.error && <ProblemNotice error={ask.error} />}
      {hasChanged && (
        <Button type="button" look="secondary" onClick={reread}>
          {t('signaturesPhone.code.changed')}
        </Button>
      )}
      {times === 0 && signature.email === '' && <p>{t('signaturesPhone.code.noEmail')}</p>}
      {times === 0 && signature.email !== '' && (
        <>
          <p>{t('signaturesPhone.code.ask', { email: signature.email })}</p>
          <Button type="button" isBusy={ask.isPending} onClick={send}>
            {t('signaturesPhone.code.send')}
          </Button>
        </>
      )}
      {times > 0 && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <div role="status">
            <Notice look="info">
              <p>{t('signaturesPhone.code.sent', { email: signature.email })}</p>
              {times > 1 && <p>{t('signaturesPhone.code.sentAgain')}</p>}
            </Notice>
          </div>
          <TextField
            name="code"
            label={t('signaturesPhone.code.code')}
            hint={t('signaturesPhone.code.codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={form.errorOf('code')}
            onChange={setCode}
          />
          <TextField
            name="typedName"
            label={t('signaturesPhone.code.name')}
            hint={t('signaturesPhone.code.nameHint', { name: signature.printedName })}
            autoComplete="name"
            value={typedName}
            error={form.errorOf('typedName')}
            onChange={setName}
          />
          <Button isBusy={sign.isPending}>{t('signaturesPhone.code.submit')}</Button>
          <Button type="button" look="secondary" isBusy={ask.isPending} onClick={send}>
            {t('signaturesPhone.code.again')}
          </Button>
        </form>
      )}
    </Page>
  )
}
