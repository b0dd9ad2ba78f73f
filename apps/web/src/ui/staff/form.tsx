import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'

interface FormProps {
  onSubmit: () => void
  submitLabel: string
  isBusy?: boolean
  /** The error summary. */
  summary?: ReactNode
  /** Beside the button: a cancel link. */
  aside?: ReactNode
  children: ReactNode
}

/** A form checked by us, not by the browser's bubbles, which cannot be translated nor listed. */
export function Form({
  onSubmit,
  submitLabel,
  isBusy = false,
  summary,
  aside,
  children,
}: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) onSubmit()
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      {summary}
      {children}
      <div className="form-actions">
        <Button type="submit" loading={isBusy}>
          {submitLabel}
        </Button>
        {aside}
      </div>
    </form>
  )
}
