import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ErrorBlock } from './error-block.tsx'
import { TextField } from './fields.tsx'
import { useT } from './words.ts'

interface LookFormProps {
  /** The name of the field; one for each form of a page. */
  name: string
  /** What the button opens. */
  label: string
  onLook: (reason: string) => void
  isBusy: boolean
  error: Error | null
  /** What was opened, as long as it is shown. */
  children?: ReactNode
}

/** Opens something guarded: the reason comes first, and the person reads it. */
export function LookForm({ name, label, onLook, isBusy, error, children }: LookFormProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  return (
    <div className="form">
      <TextField
        name={name}
        label={t('rightToWork.look.reason')}
        hint={t('rightToWork.look.reasonHint')}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <Button
        variant="default"
        disabled={reason.trim() === ''}
        loading={isBusy}
        onClick={() => onLook(reason.trim())}
      >
        {label}
      </Button>
      {children}
      {error && <ErrorBlock error={error} />}
    </div>
  )
}
