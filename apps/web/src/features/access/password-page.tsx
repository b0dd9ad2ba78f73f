import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { Button } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { looksLikeEmail } from './looks-like-email.ts'
import { useEnterWithPassword } from './mutations.ts'
import { PasswordField } from './password-field.tsx'
import { TotpField } from './totp-field.tsx'
import { useEnter, useReturn, withReturn } from './use-enter.ts'

/** For those who chose a password: staff most of all, with their second factor. */
export function PasswordPage() {
  const t = useT()
  const wanted = useReturn()
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [mustGiveTotp, setMustGiveTotp] = useState(false)
  const check = useEnterWithPassword()
  const missing = {
    ...(looksLikeEmail(email) ? {} : { email: t('access.emailMissing') }),
    ...(password === '' ? { password: t('access.password.missing') } : {}),
    ...(mustGiveTotp && totp.trim() === '' ? { totp: t('access.totp.missing') } : {}),
  }
  const isAsking = problemOf(check.error)?.code === 'sign-in-second-factor'
  const form = useFieldErrors(
    isAsking ? null : check.error,
    attempt > 0 && !isAsking ? missing : {},
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (Object.keys(missing).length > 0 || check.isPending) return
    afterWrite(
      check.mutateAsync({ email: email.trim(), password, ...(mustGiveTotp ? { totp } : {}) }),
      enter,
      (error) => {
        if (problemOf(error)?.code === 'sign-in-second-factor') setMustGiveTotp(true)
      },
    )
  }
  return (
    <Page
      title={t('access.password.title')}
      back={withReturn('/connexion', wanted)}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <form onSubmit={submit} noValidate>
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          label={t('access.email')}
          value={email}
          onChange={setEmail}
          error={form.errorOf('email')}
        />
        <PasswordField
          name="password"
          autoComplete="current-password"
          label={t('access.password.label')}
          value={password}
          onChange={setPassword}
          error={form.errorOf('password')}
        />
        {mustGiveTotp && <TotpField value={totp} onChange={setTotp} error={form.errorOf('totp')} />}
        <Button isBusy={check.isPending}>{t('access.enter')}</Button>
      </form>
      <p>
        <Link className="way" href={withReturn('/connexion', wanted)}>
          {t('access.password.forgotten')}
        </Link>
      </p>
    </Page>
  )
}
