import { formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { RadioChips } from '../../ui/phone/radio-chips.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'

const USUAL = [30, 60, 90, 120] as const
const OTHER = 'other'

interface Props {
  value: number | null
  onChange: (minutes: number | null) => void
  error?: string | null | undefined
}

/** Whole minutes: four touches for the usual lengths, a number for the others. */
export function MinutesField({ value, onChange, error }: Props) {
  const t = useT()
  const locale = useLocale()
  const [isOther, setOther] = useState(value !== null && !USUAL.some((m) => m === value))
  const [typed, setTyped] = useState(isOther ? String(value) : '')
  const chosen = isOther ? OTHER : String(value)
  return (
    <>
      <RadioChips
        name="minutes"
        legend={t('tutoringPhone.log.howLong')}
        error={error}
        value={chosen}
        options={[
          ...USUAL.map((m) => ({ value: String(m), label: formatMinutes(m, locale) })),
          { value: OTHER, label: t('tutoringPhone.log.other') },
        ]}
        onChange={(choice) => {
          setOther(choice === OTHER)
          onChange(choice === OTHER ? minutesOf(typed) : Number.parseInt(choice, 10))
        }}
      />
      {isOther && (
        <TextField
          name="minutes-typed"
          label={t('tutoringPhone.log.otherMinutes')}
          inputMode="numeric"
          maxLength={3}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            onChange(minutesOf(text))
          }}
        />
      )}
    </>
  )
}

function minutesOf(text: string): number | null {
  if (!/^\d{1,3}$/.test(text.trim())) return null
  const minutes = Number.parseInt(text, 10)
  return minutes >= 5 && minutes <= 720 ? minutes : null
}
