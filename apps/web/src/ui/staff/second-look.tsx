import { Button } from '@mantine/core'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from './error-block.tsx'
import { LongTextField } from './fields.tsx'
import { useT } from './words.ts'

interface SecondLookProps {
  rightLabel: string
  check: {
    error: Error | null
    isPending: boolean
    mutateAsync: (answer: { isRight: boolean; reason: string }) => Promise<unknown>
  }
  onDone?: () => void
}

/** Whether a paper is the right one, said by somebody else than who took it in; a wrong one needs its reason. */
export function SecondLook({ rightLabel, check, onDone = () => undefined }: SecondLookProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const decide = (isRight: boolean) => {
    const isIncomplete = !isRight && reason.trim() === ''
    setMissing(isIncomplete)
    if (isIncomplete) document.getElementById('reason')?.focus()
    else afterWrite(check.mutateAsync({ isRight, reason: reason.trim() }), onDone)
  }
  return (
    <>
      {check.error && <ErrorBlock error={check.error} />}
      <LongTextField
        name="reason"
        label={t('signatures.check.reason')}
        hint={t('signatures.check.reasonHint')}
        isOptional
        error={isMissing && reason.trim() === '' ? t('signatures.check.reasonMissing') : null}
        value={reason}
        onChange={setReason}
      />
      <div className="form-actions">
        <Button loading={check.isPending} onClick={() => decide(true)}>
          {rightLabel}
        </Button>
        <Button variant="default" onClick={() => decide(false)}>
          {t('signatures.check.wrong')}
        </Button>
      </div>
    </>
  )
}
