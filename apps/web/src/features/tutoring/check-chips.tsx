import { useId } from 'react'
import { FieldError } from '../../ui/phone/field-frame.tsx'
import { useT } from '../../ui/phone/words.ts'

interface Props<V extends string> {
  /** Also the id of the first box: the error summary links to `#name`. */
  name: string
  legend: string
  isOptional?: boolean
  error?: string | null | undefined
  value: readonly V[]
  onChange: (value: V[]) => void
  options: readonly { value: V; label: string }[]
}

/** As many of a few choices as wanted. Native check boxes. */
export function CheckChips<V extends string>(props: Props<V>) {
  const { name, legend, isOptional, error, value, onChange, options } = props
  const t = useT()
  const base = useId()
  const hasError = typeof error === 'string'
  const toggle = (choice: V) =>
    onChange(value.includes(choice) ? value.filter((one) => one !== choice) : [...value, choice])
  return (
    <fieldset
      className={hasError ? 'field invalid' : 'field'}
      aria-describedby={hasError ? `${base}error` : undefined}
    >
      <legend>
        {legend} {isOptional && <span className="optional">{t('common.optional')}</span>}
      </legend>
      {hasError && <FieldError id={`${base}error`} error={error} />}
      <div className="chips">
        {options.map((option, index) => {
          const id = index === 0 ? name : `${name}-${option.value}`
          return (
            <label className="chip" key={option.value} htmlFor={id}>
              <input
                id={id}
                type="checkbox"
                checked={value.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              <span>{option.label}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
