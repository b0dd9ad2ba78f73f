import { type FormEvent, useState } from 'react'
import { useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { useEnterWithLink } from './mutations.ts'
import { TotpField } from './totp-field.tsx'
import { useEnter, useReturn, withReturn } from './use-enter.ts'

/** What a mailed link opens: a question. Mail filters open links too, so nothing happens before the button. */
export function LinkPage() {
  const t = useT()
  const { token = '' } = useParams<{ token: string }>()
  const wanted = useReturn()
  const enter = useEnter()
  const open = useEnterWithLink()
  const [totp, setTotp] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [mustGiveTotp, setMustGiveTotp] = useState(false)
  const code = problemOf(open.error)?.code
  const form = useFieldErrors(code === 'sign-in-second-factor' ? null : open.error, {
    totp: mustGiveTotp && attempt > 1 && totp.trim() === '' ? t('access.totp.missing') : null,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if ((mustGiveTotp && totp.trim() === '') || open.isPending) return
    afterWrite(open.mutateAsync({ token, ...(mustGiveTotp ? { totp } : {}) }), enter, (error) => {
      if (problemOf(error)?.code === 'sign-in-second-factor') setMustGiveTotp(true)
    })
  }
  return (
    <Page
      title={t('access.link.title')}
      hint={t('access.link.hint')}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      {code === 'link-expired' ? (
        <LinkButton href={withReturn('/connexion', wanted)}>{t('access.link.newCode')}</LinkButton>
      ) : (
        <form onSubmit={submit} noValidate>
          {mustGiveTotp && (
            <TotpField value={totp} onChange={setTotp} error={form.errorOf('totp')} />
          )}
          <Button isBusy={open.isPending}>{t('access.enter')}</Button>
        </form>
      )}
    </Page>
  )
}
