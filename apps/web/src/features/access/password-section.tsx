import { SHORTEST_PASSWORD, SHORTEST_STAFF_PASSWORD } from '@terreau/domain/access/password-length'
import { isStaff } from '@terreau/domain/access/roles'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useSession } from '../../lib/session.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { PasswordField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useChangePassword } from './mutations.ts'

/** Sets or changes the password. Other devices are signed out when it changes. */
export function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  const t = useT()
  const isForStaff = useSession()?.roles.some(isStaff) === true
  const least = isForStaff ? SHORTEST_STAFF_PASSWORD : SHORTEST_PASSWORD
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [attempt, setAttempt] = useState(0)
  const change = useChangePassword()
  const local = {
    current:
      hasPassword && current === ''
        ? t('settings.missing', { label: t('settings.security.password.current') })
        : null,
    password: [...password].length < least ? t('fieldErrors.password-too-short', { least }) : null,
  }
  const form = useFieldErrors(change.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (local.current !== null || local.password !== null) return
    const body = hasPassword ? { current, password } : { password }
    afterWrite(change.mutateAsync(body), () => {
      setCurrent('')
      setPassword('')
      setAttempt(0)
    })
  }
  return (
    <section className="panel">
      <h2>{t('settings.security.password.title')}</h2>
      <p>
        {t(hasPassword ? 'settings.security.password.some' : 'settings.security.password.none')}
      </p>
      <Form
        onSubmit={save}
        submitLabel={t('settings.security.password.save')}
        isBusy={change.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        {hasPassword && (
          <PasswordField
            name="current"
            autoComplete="current-password"
            label={t('settings.security.password.current')}
            value={current}
            onChange={setCurrent}
            error={form.errorOf('current')}
          />
        )}
        <PasswordField
          name="password"
          autoComplete="new-password"
          label={t('settings.security.password.next')}
          hint={t('settings.security.password.nextHint', { least })}
          value={password}
          onChange={setPassword}
          error={form.errorOf('password')}
        />
      </Form>
      <SavedNotice>{change.isSuccess && t('settings.security.password.saved')}</SavedNotice>
    </section>
  )
}
