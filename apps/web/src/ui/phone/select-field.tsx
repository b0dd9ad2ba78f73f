import { FieldFrame, type FieldProps } from './field-frame.tsx'

export interface Choice<V extends string = string> {
  value: V
  label: string
}

interface SelectFieldProps<V extends string> extends FieldProps {
  value: V
  onChange: (value: V) => void
  options: readonly Choice<V>[]
}

/** The phone's own list: the best known one, and the best read aloud. */
export function SelectField<V extends string>({
  value,
  onChange,
  options,
  ...frame
}: SelectFieldProps<V>) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
