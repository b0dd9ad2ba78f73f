import { Checkbox } from '@mantine/core'

interface CheckListProps<V extends string> {
  /** Also the id of the first box: the error summary links to `#name`. */
  name: string
  label: string
  error?: string | null | undefined
  value: readonly V[]
  onChange: (value: V[]) => void
  options: readonly { value: V; label: string }[]
}

/** As many of a few choices as wanted, all visible. */
export function CheckList<V extends string>(props: CheckListProps<V>) {
  const { name, label, error, value, onChange, options } = props
  const keep = (chosen: readonly string[]) =>
    onChange(options.map((option) => option.value).filter((one) => chosen.includes(one)))
  return (
    <Checkbox.Group label={label} error={error ?? undefined} value={[...value]} onChange={keep}>
      <div className="check-list">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? name : `${name}-${option.value}`}
            value={option.value}
            label={option.label}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
