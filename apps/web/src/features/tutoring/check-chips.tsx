import { useT } from '../../ui/phone/words.ts'

interface Props<V extends string> {
  name: string
  legend: string
  isOptional?: boolean
  value: readonly V[]
  onChange: (value: readonly V[]) => void
  options: readonly { value: V; label: string }[]
}

/** As many of a few choices as wanted. Native check boxes. */
export function CheckChips<V extends string>(props: Props<V>) {
  const { name, legend, isOptional, value, onChange, options } = props
  const t = useT()
  const toggle = (choice: V) =>
    onChange(value.includes(choice) ? value.filter((one) => one !== choice) : [...value, choice])
  return (
    <fieldset className="field">
      <legend>
        {legend} {isOptional && <span className="optional">{t('common.optional')}</span>}
      </legend>
      <div className="chips">
        {options.map((option) => (
          <label className="chip" key={option.value} htmlFor={`${name}-${option.value}`}>
            <input
              id={`${name}-${option.value}`}
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
