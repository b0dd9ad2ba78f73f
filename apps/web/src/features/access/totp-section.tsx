import { useState } from 'react'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useBeginTotp } from './mutations.ts'
import { TotpSetUp } from './totp-set-up.tsx'

/** The second factor: a first one, or another one for whoever still holds the first. */
export function TotpSection({ hasTotp }: { hasTotp: boolean }) {
  const t = useT()
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [isDone, setDone] = useState(false)
  const begin = useBeginTotp()
  const local = {
    code: hasTotp && code.trim() === '' ? t('settings.security.totp.codeMissing') : null,
  }
  const form = useFieldErrors(begin.error, attempt > 0 ? local : {})
  const start = () => {
    setAttempt((n) => n + 1)
    setDone(false)
    if (local.code === null) begin.mutate(hasTotp ? { code } : {})
  }
  const finish = () => {
    setDone(true)
    setCode('')
    setAttempt(0)
    begin.reset()
  }
  return (
    <section className="panel">
      <h2>{t('settings.security.totp.title')}</h2>
      <p>{t(hasTotp ? 'settings.security.totp.on' : 'settings.security.totp.off')}</p>
      <SavedNotice>{isDone && t('settings.security.totp.done')}</SavedNotice>
      {begin.data ? (
        <TotpSetUp secret={begin.data.secret} qrSvg={begin.data.qrSvg} onDone={finish} />
      ) : (
        <Form
          onSubmit={start}
          submitLabel={t(
            hasTotp ? 'settings.security.totp.replace' : 'settings.security.totp.begin',
          )}
          isBusy={begin.isPending}
          summary={<ErrorSummary form={form} attempt={attempt} />}
        >
          {hasTotp && (
            <TextField
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              label={t('settings.security.totp.currentCode')}
              value={code}
              onChange={setCode}
              error={form.errorOf('code')}
            />
          )}
        </Form>
      )}
    </section>
  )
}
