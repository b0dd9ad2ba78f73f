import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { forgetHandedScreen, takeScreenBack } from '../../lib/handed-screen.ts'
import { useSession } from '../../lib/session.ts'
import { useLanguageSwitch } from '../../lib/use-language-switch.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { PasswordField } from './fields.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import { staffWords, useT } from './words.ts'

/**
 * The frame while the person holds the screen: no menu, no search, no other page. It comes back with the code
 * of the staff member, or by signing in again.
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
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWrong(!takeScreenBack(code))
  }
  return (
    <footer className="handed-back">
      <details>
        <summary>{t('staffFrame.handed.back', { name })}</summary>
        <form className="form" noValidate onSubmit={submit}>
          <PasswordField
            name="backCode"
            autoComplete="off"
            label={t('staffFrame.handed.code', { name })}
            error={isWrong ? t('staffFrame.handed.wrong') : null}
            value={code}
            onChange={setCode}
          />
          <div className="form-actions">
            <Button type="submit" variant="default">
              {t('staffFrame.handed.take')}
            </Button>
            <SignOutButton onDone={forgetHandedScreen} />
          </div>
        </form>
      </details>
    </footer>
  )
}
