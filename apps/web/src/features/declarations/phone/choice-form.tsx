import type { FormEvent, ReactNode } from 'react'
import { Button } from '../../../ui/phone/button.tsx'

interface ChoiceFormProps<V extends string> {
  options: readonly { value: V; label: string; icon?: ReactNode }[]
  onChoose: (value: V) => void
  /** Two per line, for short words. */
  isGrid?: boolean
  /** What was answered before. */
  value?: V | ''
  children?: ReactNode
}

/** One question, one touch: each answer is a button that sends it. */
export function ChoiceForm<V extends string>(props: ChoiceFormProps<V>) {
  const { options, onChoose, isGrid = false, value, children } = props
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const chosen = options.find((option) => option.value === submitter?.getAttribute('value'))
    if (chosen) onChoose(chosen.value)
  }
  return (
    <form noValidate onSubmit={submit}>
      {children}
      <div className={isGrid ? 'choices grid' : 'choices'}>
        {options.map((option) => (
          <Button
            key={option.value}
            look={option.value === value ? 'primary' : 'secondary'}
            name="choice"
            value={option.value}
          >
            {option.icon}
            {option.label}
          </Button>
        ))}
      </div>
    </form>
  )
}
