import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { call } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { useLanguageSwitch } from '../../lib/use-language-switch.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { ErrorBlock } from './error-block.tsx'
import { PasswordField } from './fields.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import { useFieldErrors } from './use-field-errors.ts'
import { staffWords, useT } from './words.ts'

/**
 * The frame while the person holds the screen: no menu, no search, no other page. The server opens nothing else
 * either. It comes back with the code of the staff member, or by signing in again.
 */
export function HandedLayout({ children }: { children: ReactNode }) {
  const session = useSession()
  const { other, switchLanguage } = useLanguageSwitch(staffWords)
  return (
    <div className="handed">
      <header className="handed-header">
        <span className="staff-owner">{session?.cooperative.name}</span>
        <Button variant="subtle" lang={other} onClick={switchLanguage}>
          {LANGUAGE_NAMES[other]}
        </Button>
      </header>
      <main className="staff-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <TakeBack name={session?.user.displayName ?? ''} />
    </div>
  )
}

function TakeBack({ name }: { name: string }) {
  const t = useT()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const takeBack = useMutation({
    mutationFn: () => call('POST /session/screen', { body: { code } }),
    // The pages come back with the session: everything is read again as the member of staff.
    onSuccess: () => client.invalidateQueries(),
  })
  const form = useFieldErrors(takeBack.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!takeBack.isPending) takeBack.mutate()
  }
  return (
    <footer className="handed-back">
      <details>
        <summary>{t('staffFrame.handed.back', { name })}</summary>
        {takeBack.error && !form.hasErrors && <ErrorBlock error={takeBack.error} />}
        <form className="form" noValidate onSubmit={submit}>
          <PasswordField
            name="takeBackCode"
            autoComplete="off"
            label={t('staffFrame.handed.code', { name })}
            error={form.errorOf('code')}
            value={code}
            onChange={setCode}
          />
          <div className="form-actions">
            <Button type="submit" variant="default" loading={takeBack.isPending}>
              {t('staffFrame.handed.take')}
            </Button>
            <SignOutButton />
          </div>
        </form>
      </details>
    </footer>
  )
}
