import { formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { FieldFrame } from '../../ui/phone/field-frame.tsx'
import { RadioChips } from '../../ui/phone/radio-chips.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { minutesOfTime, type SessionTime } from './session-time.ts'

const USUAL = [30, 60, 90, 120] as const
const OTHER = 'other'
const HOURS = 'hours'

interface Props {
  heldOn: string
  value: SessionTime
  onChange: (time: SessionTime) => void
  error?: string | null | undefined
}

/** Four touches for the usual lengths, a number for the others, or when it began and ended. */
export function MinutesField({ heldOn, value, onChange, error }: Props) {
  const t = useT()
  const locale = useLocale()
  const isUsual = USUAL.some((minutes) => minutes === value.minutes)
  const [isOther, setOther] = useState(value.minutes !== null && !isUsual)
  const [typed, setTyped] = useState(isOther ? String(value.minutes) : '')
  const lengthChoice = isOther ? OTHER : String(value.minutes)
  return (
    <>
      <RadioChips
        name="minutes"
        legend={t('tutoringPhone.log.howLong')}
        error={error}
        value={value.isByHours ? HOURS : lengthChoice}
        options={[
          ...USUAL.map((m) => ({ value: String(m), label: formatMinutes(m, locale) })),
          { value: OTHER, label: t('tutoringPhone.log.other') },
          { value: HOURS, label: t('tutoringPhone.log.byHours') },
        ]}
        onChange={(choice) => {
          setOther(choice === OTHER)
          const isByHours = choice === HOURS
          const minutes = choice === OTHER ? minutesOf(typed) : Number.parseInt(choice, 10)
          onChange({ ...value, isByHours, minutes: isByHours ? null : minutes })
        }}
      />
      {isOther && !value.isByHours && (
        <TextField
          name="minutes-typed"
          label={t('tutoringPhone.log.otherMinutes')}
          inputMode="numeric"
          maxLength={3}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            onChange({ ...value, minutes: minutesOf(text) })
          }}
        />
      )}
      {value.isByHours && <Hours heldOn={heldOn} value={value} onChange={onChange} />}
    </>
  )
}

function Hours({ heldOn, value, onChange }: Props) {
  const t = useT()
  const locale = useLocale()
  const minutes = minutesOfTime(heldOn, value)
  return (
    <>
      <TimeField
        name="startsAt"
        label={t('tutoringPhone.log.startsAt')}
        value={value.startsAt}
        onChange={(startsAt) => onChange({ ...value, startsAt })}
      />
      <TimeField
        name="endsAt"
        label={t('tutoringPhone.log.endsAt')}
        value={value.endsAt}
        onChange={(endsAt) => onChange({ ...value, endsAt })}
      />
      <p role="status">{minutes !== null && formatMinutes(minutes, locale)}</p>
    </>
  )
}

function TimeField(props: {
  name: string
  label: string
  value: string
  onChange: (time: string) => void
}) {
  const { value, onChange, ...frame } = props
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          type="time"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

function minutesOf(text: string): number | null {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number.parseInt(text, 10) : null
  return minutes !== null && minutes >= 5 && minutes <= 720 ? minutes : null
}
