import { useLocale } from '../../lib/locale.ts'
import { amountAsTyped } from '../amount-text.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

interface AmountFieldProps extends FieldProps {
  /** As typed; read it with `parseAmount` of @terreau/domain/money/parse-amount when submitting. */
  value: string
  onChange: (value: string) => void
  currency: string
}

/** An amount typed as people write it: "1 250,50", "1250.50". Tidied up on leaving the field only. */
export function AmountField({ value, onChange, currency, ...frame }: AmountFieldProps) {
  const locale = useLocale()
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          className="amount"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onBlur={() => onChange(amountAsTyped(value, currency, locale))}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}
