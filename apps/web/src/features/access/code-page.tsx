import { type FormEvent, useState } from 'react'
import { Redirect } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { afterWrite } from '../../lib/after-write.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { Button } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { CodeNotReceived } from './code-not-received.tsx'
import { useEnterWithCode } from './mutations.ts'
import { TotpField } from './totp-field.tsx'
import { useEnter, useReturn, withReturn } from './use-enter.ts'

/** The six digits of the mail, in one field; and the second factor of whoever set one up. */
export function CodePage() {
  const wanted = useReturn()
  const state = useHistoryState<{ email?: string } | null>()
  if (typeof state?.email !== 'string') {
    return <Redirect to={withReturn('/connexion', wanted)} replace />
  }
  return <CodeForm email={state.email} />
}

function CodeForm({ email }: { email: string }) {
  const t = useT()
  const wanted = useReturn()
  const enter = useEnter()
  const [code, setCode] = useState('')
  const [totp, setTotp] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [mustGiveTotp, setMustGiveTotp] = useState(false)
  const check = useEnterWithCode()
  const isAsking = problemOf(check.error)?.code === 'sign-in-second-factor'
  const form = useFieldErrors(isAsking ? null : check.error, {
    code: attempt > 0 && code.trim() === '' ? t('access.code.missing') : null,
    totp: mustGiveTotp && attempt > 1 && totp.trim() === '' ? t('access.totp.missing') : null,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (code.trim() === '' || (mustGiveTotp && totp.trim() === '') || check.isPending) return
    afterWrite(
      check.mutateAsync({ email, code, ...(mustGiveTotp ? { totp } : {}) }),
      enter,
      (error) => {
        if (problemOf(error)?.code === 'sign-in-second-factor') setMustGiveTotp(true)
      },
    )
  }
  return (
    <Page
      title={t('access.code.title')}
      hint={t('access.code.hint', { email })}
      back={withReturn('/connexion', wanted)}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <form onSubmit={submit} noValidate>
        <TextField
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          label={t('access.code.label')}
          value={code}
          onChange={setCode}
          error={form.errorOf('code')}
        />
        {mustGiveTotp && <TotpField value={totp} onChange={setTotp} error={form.errorOf('totp')} />}
        <Button isBusy={check.isPending}>{t('access.enter')}</Button>
      </form>
      <CodeNotReceived email={email} wanted={wanted} />
    </Page>
  )
}
