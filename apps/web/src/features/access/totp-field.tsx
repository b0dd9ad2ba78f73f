import { useEffect, useRef } from 'react'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'

interface Props {
  value: string
  onChange: (value: string) => void
  error: string | null
}

/** Appears when the first answer was right and a second one is needed: the cursor goes there. */
export function TotpField({ value, onChange, error }: Props) {
  const t = useT()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector('input')?.focus()
  }, [])
  return (
    <div ref={place}>
      <TextField
        name="totp"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        label={t('access.totp.label')}
        hint={t('access.totp.hint')}
        value={value}
        onChange={onChange}
        error={error}
      />
    </div>
  )
}
