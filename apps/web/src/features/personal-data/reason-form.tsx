import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'

interface ReasonFormProps {
  name: string
  label: string
  hint: string
  submitLabel: string
  act: {
    error: unknown
    isPending: boolean
    mutateAsync: (reason: string) => Promise<unknown>
  }
}

/** An act that asks for its reason and nothing else. */
export function ReasonForm({ name, label, hint, submitLabel, act }: ReasonFormProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isMissing = attempt > 0 && reason.trim() === ''
  const form = useFieldErrors(act.error, {
    [name]: isMissing ? t('personalData.reasonMissing') : null,
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (reason.trim() === '') return
    const done = () => {
      setReason('')
      setAttempt(0)
    }
    afterWrite(act.mutateAsync(reason.trim()), done)
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={submitLabel}
      isBusy={act.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name={name}
        label={label}
        hint={hint}
        maxLength={200}
        value={reason}
        error={form.errorOf(name)}
        onChange={setReason}
      />
    </Form>
  )
}
