import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { Button } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { DemoRoles } from './demo-roles.tsx'
import { looksLikeEmail } from './looks-like-email.ts'
import { useRequestCode } from './mutations.ts'
import { accessQueries } from './queries.ts'
import { useReturn, withReturn } from './use-enter.ts'

/** One field, one button. A known and an unknown address get the same next page. */
export function SignInPage() {
  const t = useT()
  const wanted = useReturn()
  const [, navigate] = useLocation()
  const [email, setEmail] = useState('')
  const [attempt, setAttempt] = useState(0)
  const installation = useQuery(accessQueries.installation()).data
  const request = useRequestCode()
  const local = attempt > 0 && !looksLikeEmail(email) ? { email: t('access.emailMissing') } : {}
  const form = useFieldErrors(request.error, local)
  if (installation?.isInstalled === false) return <Redirect to="/installation" replace />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (!looksLikeEmail(email) || request.isPending) return
    afterWrite(
      request.mutateAsync({
        email: email.trim(),
        ...(wanted === null ? {} : { returnTo: wanted }),
      }),
      () => navigate(withReturn('/connexion/code', wanted), { state: { email: email.trim() } }),
    )
  }
  return (
    <Page
      title={t('access.signIn.title')}
      hint={t('access.signIn.hint')}
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
        <Button isBusy={request.isPending}>{t('access.signIn.send')}</Button>
      </form>
      <p>
        <Link className="way" href={withReturn('/connexion/mot-de-passe', wanted)}>
          {t('access.signIn.withPassword')}
        </Link>
      </p>
      <DemoRoles players={installation?.demo ?? []} />
    </Page>
  )
}
