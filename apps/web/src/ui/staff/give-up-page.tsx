import { useState } from 'react'
import { ConfirmPage } from './confirm-page.tsx'
import { LongTextField } from './fields.tsx'
import { useT } from './words.ts'

interface GiveUpPageProps {
  title: string
  consequences: readonly string[]
  confirmLabel: string
  cancelHref: string
  isBusy: boolean
  error: unknown
  /** Called with a reason that is not empty. */
  onGiveUp(reason: string): void
}

/** Gives a draft, or what waits for signatures, up for good, with a reason that stays. */
export function GiveUpPage({ onGiveUp, ...page }: GiveUpPageProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const text = reason.trim()
  const confirm = () => {
    setAsked(true)
    if (text === '') document.getElementById('reason')?.focus()
    else onGiveUp(text)
  }
  return (
    <ConfirmPage {...page} isDangerous onConfirm={confirm}>
      <LongTextField
        name="reason"
        label={t('staffFrame.giveUp.reason')}
        hint={t('staffFrame.giveUp.reasonHint')}
        error={isAsked && text === '' ? t('staffFrame.giveUp.missing') : null}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPage>
  )
}
