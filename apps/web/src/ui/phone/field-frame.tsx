import { type ReactNode, useId } from 'react'
import { useT } from './words.ts'

export interface FieldProps {
  /** Also the id of the control: the error summary links to `#name`. */
  name: string
  label: string
  /** An example or a precision, under the label. */
  hint?: ReactNode
  /** The words of the error, the same as in the summary. */
  error?: string | null | undefined
  isOptional?: boolean
}

interface ControlProps {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldFrameProps extends FieldProps {
  children: (control: ControlProps) => ReactNode
}

/** Label above, error and hint between label and control, all tied to the control for screen readers. */
export function FieldFrame({ name, label, hint, error, isOptional, children }: FieldFrameProps) {
  const t = useT()
  const base = useId()
  const hasError = typeof error === 'string'
  const described = [hasError && `${base}error`, hint !== undefined && `${base}hint`]
  return (
    <div className={hasError ? 'field invalid' : 'field'}>
      <label htmlFor={name}>
        {label}
        {isOptional === true && <span className="optional"> {t('common.optional')}</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${base}hint`}>
          {hint}
        </p>
      )}
      {hasError && <FieldError id={`${base}error`} error={error} />}
      {children({
        id: name,
        name,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
        'aria-invalid': hasError || undefined,
      })}
    </div>
  )
}

/** The error next to its field. The word "Erreur" is heard, not seen: colour and place say it. */
export function FieldError({ id, error }: { id: string; error: string }) {
  const t = useT()
  return (
    <p className="field-error" id={id}>
      <span className="visually-hidden">{t('common.error.prefix')}</span>
      {error}
    </p>
  )
}
