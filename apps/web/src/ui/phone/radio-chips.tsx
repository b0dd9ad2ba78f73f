import { type ReactNode, useId } from 'react'
import { FieldError } from './field-frame.tsx'
import type { Choice } from './select-field.tsx'
import { useT } from './words.ts'

interface RadioChipsProps<V extends string> {
  /** Also the id of the first chip: the error summary links to `#name`. */
  name: string
  legend: string
  hint?: ReactNode
  error?: string | null | undefined
  isOptional?: boolean
  value: V | null
  onChange: (value: V) => void
  options: readonly Choice<V>[]
}

/** A few choices to touch, one of them kept. Native radio buttons: arrows move, space chooses. */
export function RadioChips<V extends string>(props: RadioChipsProps<V>) {
  const { name, legend, hint, error, isOptional, value, onChange, options } = props
  const t = useT()
  const base = useId()
  const hasError = typeof error === 'string'
  const described = [hasError && `${base}error`, hint !== undefined && `${base}hint`]
  return (
    <fieldset
      className={hasError ? 'field invalid' : 'field'}
      aria-describedby={described.filter(Boolean).join(' ') || undefined}
    >
      <legend>
        {legend}
        {isOptional === true && <span className="optional"> {t('common.optional')}</span>}
      </legend>
      {hint !== undefined && (
        <p className="hint" id={`${base}hint`}>
          {hint}
        </p>
      )}
      {hasError && <FieldError id={`${base}error`} error={error} />}
      <div className="chips">
        {options.map((option, index) => (
          <Chip
            key={option.value}
            id={index === 0 ? name : `${name}-${option.value}`}
            name={name}
            option={option}
            isChecked={option.value === value}
            isInvalid={hasError}
            onChoose={() => onChange(option.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface ChipProps {
  id: string
  name: string
  option: Choice
  isChecked: boolean
  isInvalid: boolean
  onChoose: () => void
}

function Chip({ id, name, option, isChecked, isInvalid, onChoose }: ChipProps) {
  return (
    <label className="chip" htmlFor={id}>
      <input
        id={id}
        type="radio"
        name={name}
        value={option.value}
        checked={isChecked}
        aria-invalid={isInvalid || undefined}
        onChange={onChoose}
      />
      <span>{option.label}</span>
    </label>
  )
}
