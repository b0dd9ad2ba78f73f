import { addDays, localDate, parseFrenchDate } from '@terreau/domain/time/local-date'
import { useState } from 'react'
import { todayInZone } from '../../lib/today.ts'
import { RadioChips } from '../../ui/phone/radio-chips.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'

const OTHER = 'other'
interface Props {
  value: string
  onChange: (date: string) => void
  error?: string | null | undefined
}

/** Today or yesterday in one touch; another day as people write dates. */
export function SessionDayField({ value, onChange, error }: Props) {
  const t = useT()
  const today = todayInZone()
  const yesterday = addDays(localDate(today), -1)
  const isNear = value === today || value === yesterday
  const [isOther, setOther] = useState(!isNear && value !== '')
  const [typed, setTyped] = useState(isOther ? value.split('-').reverse().join('/') : '')
  return (
    <>
      <RadioChips
        name="heldOn"
        legend={t('tutoringPhone.log.when')}
        error={error}
        value={isOther ? OTHER : value}
        options={[
          { value: today, label: t('tutoringPhone.log.today') },
          { value: yesterday, label: t('tutoringPhone.log.yesterday') },
          { value: OTHER, label: t('tutoringPhone.log.otherDate') },
        ]}
        onChange={(choice) => {
          setOther(choice === OTHER)
          onChange(choice === OTHER ? (parseFrenchDate(typed) ?? '') : choice)
        }}
      />
      {isOther && (
        <TextField
          name="heldOn-typed"
          label={t('tutoringPhone.log.date')}
          hint={today.split('-').reverse().join('/')}
          inputMode="text"
          maxLength={10}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            onChange(parseFrenchDate(text) ?? '')
          }}
        />
      )}
    </>
  )
}
