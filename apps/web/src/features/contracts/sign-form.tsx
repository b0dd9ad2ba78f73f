import { useState } from 'react'
import { useLocation } from 'wouter'
import { problemOf } from '../../lib/problem-error.ts'
import { Button } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { useAskCode, useSign } from './mutations.ts'
import type { OwnDetail } from './queries.ts'

interface SignFormProps {
  contract: OwnDetail
  /** The fingerprint of the document that was shown. */
  documentSha256: string
  onReread: () => void
}

/** Asks for the code first; then the name and the code, on one page. What was typed stays after an error. */
export function SignForm({ contract, documentSha256, onReread }: SignFormProps) {
  const t = useT()
  const [, navigate] = useLocation()
  const ask = useAskCode(contract.id)
  const sign = useSign(contract.id)
  const [times, setTimes] = useState(0)
  const [typedName, setName] = useState('')
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState(0)
  const local = {
    typedName: typedName.trim() === '' ? t('contractsPhone.code.nameMissing') : null,
    code: code.replace(/\D/g, '').length === 6 ? null : t('contractsPhone.code.codeMissing'),
  }
  const isWrong = local.typedName !== null || local.code !== null
  const form = useFieldErrors(isWrong ? null : sign.error, attempt > 0 ? local : {})
  const start = `/moi/papiers/${contract.id}/signer`
  const send = () => ask.mutate(undefined, { onSuccess: () => setTimes((n) => n + 1) })
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
      title={t('contractsPhone.code.title')}
      back={start}
      hasError={times > 0 && form.hasErrors}
      summary={times > 0 && <ErrorSummary form={form} attempt={attempt} />}
    >
      {ask.error && <ProblemNotice error={ask.error} />}
      {hasChanged && (
        <Button type="button" look="secondary" onClick={reread}>
          {t('contractsPhone.code.changed')}
        </Button>
      )}
      {times === 0 ? (
        <>
          <p>{t('contractsPhone.code.ask', { email: contract.email })}</p>
          <Button type="button" isBusy={ask.isPending} onClick={send}>
            {t('contractsPhone.code.send')}
          </Button>
        </>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <div role="status">
            <Notice look="info">
              <p>{t('contractsPhone.code.sent', { email: contract.email })}</p>
              {times > 1 && <p>{t('contractsPhone.code.sentAgain')}</p>}
            </Notice>
          </div>
          <TextField
            name="code"
            label={t('contractsPhone.code.code')}
            hint={t('contractsPhone.code.codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={form.errorOf('code')}
            onChange={setCode}
          />
          <TextField
            name="typedName"
            label={t('contractsPhone.code.name')}
            hint={t('contractsPhone.code.nameHint', { name: contract.personName })}
            autoComplete="name"
            value={typedName}
            error={form.errorOf('typedName')}
            onChange={setName}
          />
          <Button isBusy={sign.isPending}>{t('contractsPhone.code.submit')}</Button>
          <Button type="button" look="secondary" isBusy={ask.isPending} onClick={send}>
            {t('contractsPhone.code.again')}
          </Button>
        </form>
      )}
    </Page>
  )
}
