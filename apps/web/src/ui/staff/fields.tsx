import { Checkbox, NativeSelect, PasswordInput, Radio, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { amountAsTyped } from '../amount-text.ts'
import { useT } from './words.ts'

export interface FieldProps {
  /** Also the id: the error summary links to `#name`. Name it after the API's pointer: 'direction.email'. */
  name: string
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  isOptional?: boolean
  value: string
  onChange: (value: string) => void
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'date' | 'month' | 'time'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  autoComplete?: string
  maxLength?: number
  onBlur?: () => void
}

/** One line of text, a day (`type="date"`, 'YYYY-MM-DD'), a month ('YYYY-MM') or a time ('HH:MM'). */
export function TextField({ onChange, value, onBlur, maxLength, ...props }: TextFieldProps) {
  const { type = 'text', inputMode, autoComplete = 'off', ...frame } = props
  const shared = useShared(frame)
  return (
    <TextInput
      {...shared}
      type={type}
      inputMode={inputMode}
      autoComplete={autoComplete}
      maxLength={maxLength}
      value={value}
      onBlur={onBlur}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Euros typed as people write them; read with `readEuroCents` when saving. Tidied up on leaving. */
export function MoneyField(props: FieldProps) {
  const locale = useLocale()
  return (
    <TextField
      {...props}
      inputMode="decimal"
      onBlur={() => props.onChange(amountAsTyped(props.value, 'EUR', locale))}
    />
  )
}

/** Several lines of text. */
export function LongTextField({ onChange, value, ...frame }: FieldProps) {
  const shared = useShared(frame)
  return (
    <Textarea
      {...shared}
      rows={4}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** A password, which can be shown; pasting is allowed everywhere. */
export function PasswordField(props: FieldProps & { autoComplete: string }) {
  const { onChange, value, autoComplete, ...frame } = props
  const t = useT()
  const shared = useShared(frame)
  return (
    <PasswordInput
      {...shared}
      autoComplete={autoComplete}
      value={value}
      visibilityToggleButtonProps={{ 'aria-label': t('staffFrame.showPassword'), tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export interface Choice {
  value: string
  label: string
}

/** The browser's own list. */
export function SelectField(props: FieldProps & { options: readonly Choice[] }) {
  const { onChange, value, options, ...frame } = props
  const shared = useShared(frame)
  return (
    <NativeSelect
      {...shared}
      data={[...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** A few choices, all visible. */
export function RadioField(props: FieldProps & { options: readonly Choice[] }) {
  const { onChange, value, options, name, ...frame } = props
  const { id: _id, ...shared } = useShared({ ...frame, name })
  return (
    <Radio.Group {...shared} name={name} value={value} onChange={onChange}>
      <div className="radio-list">
        {options.map((option, index) => (
          <Radio
            key={option.value}
            id={index === 0 ? name : undefined}
            value={option.value}
            label={option.label}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

interface CheckFieldProps {
  name: string
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  isChecked: boolean
  onChange: (isChecked: boolean) => void
}

/** Yes or no. */
export function CheckField({ name, label, hint, error, isChecked, onChange }: CheckFieldProps) {
  return (
    <Checkbox
      id={name}
      name={name}
      label={label}
      description={hint}
      error={error ?? undefined}
      checked={isChecked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

type Frame = Pick<FieldProps, 'name' | 'label' | 'hint' | 'error' | 'isOptional'>

function useShared({ name, label, hint, error, isOptional }: Frame) {
  const t = useT()
  return {
    id: name,
    name,
    label: isOptional === true ? `${label} ${t('common.optional')}` : label,
    description: hint,
    error: error ?? undefined,
  }
}
