import { Button } from '@mantine/core'
import { Children, type FormEvent, type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { ErrorBlock } from './error-block.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { CheckField } from './fields.tsx'
import { PageHeader } from './page-header.tsx'
import { useFieldErrors } from './use-field-errors.ts'
import { useT } from './words.ts'

interface ConfirmPageProps {
  title: string
  /** What will happen, line by line: what is locked, what is sent and to whom. */
  consequences: readonly ReactNode[]
  /** The act itself: "Clôturer octobre 2026". */
  confirmLabel: string
  cancelHref: string
  onConfirm: () => void
  isBusy?: boolean
  error?: unknown
  /** A sentence to tick first: "J'ai vérifié les 3 alertes". */
  checkLabel?: string
  isDangerous?: boolean
  /** Fields such as the reason. */
  children?: ReactNode
}

/** For what cannot be undone: a page that lists the consequences, never an "are you sure?" box. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { title, consequences, confirmLabel, cancelHref, onConfirm, isBusy = false, error } = props
  const t = useT()
  const [isChecked, setChecked] = useState(props.checkLabel === undefined)
  const [attempt, setAttempt] = useState(0)
  const isUnticked = attempt > 0 && !isChecked
  const form = useFieldErrors(null, {
    confirm: isUnticked ? t('staffFrame.confirm.tickFirst') : null,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (isChecked && !isBusy) onConfirm()
  }
  return (
    <>
      <PageHeader title={title} hasError={isUnticked || (error !== undefined && error !== null)} />
      <form className="form" noValidate onSubmit={submit}>
        <ErrorSummary form={form} attempt={attempt} />
        {error !== undefined && error !== null && <ErrorBlock error={error} />}
        <ul className="consequences">
          {Children.map(consequences, (line) => (
            <li>{line}</li>
          ))}
        </ul>
        {props.children}
        {props.checkLabel !== undefined && (
          <CheckField
            name="confirm"
            label={props.checkLabel}
            error={form.errorOf('confirm')}
            isChecked={isChecked}
            onChange={setChecked}
          />
        )}
        <div className="form-actions">
          <Button
            type="submit"
            color={props.isDangerous === true ? 'red' : 'sahel'}
            loading={isBusy}
          >
            {confirmLabel}
          </Button>
          <Link href={cancelHref}>{t('common.cancel')}</Link>
        </div>
      </form>
    </>
  )
}
