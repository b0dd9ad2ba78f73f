import { formatDate } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'
import { type ReactNode, useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { RadioChips } from './radio-chips.tsx'
import { TextField } from './text-field.tsx'
import { useT } from './words.ts'

interface DayChipsProps {
  name: string
  legend: string
  hint?: ReactNode
  error?: string | null | undefined
  /** The month of the days, 'YYYY-MM'. */
  month: string
  /** The days offered as chips, most likely first, 'YYYY-MM-DD'. */
  days: readonly string[]
  /** 'YYYY-MM-DD', or '' while nothing (or no existing day) is chosen. */
  value: string
  onChange: (value: string) => void
}

const OTHER = 'other'

/** A day of a known month: one touch for the likely ones, the number of the day for the others. */
export function DayChips({ month, days, value, onChange, ...frame }: DayChipsProps) {
  const t = useT()
  const locale = useLocale()
  const isListed = days.includes(value)
  const [isOther, setOther] = useState(value !== '' && !isListed)
  const [typed, setTyped] = useState(isOther ? String(Number(value.slice(8))) : '')
  const options = days.map((day) => ({ value: day, label: dayLabel(day, locale) }))
  return (
    <>
      <RadioChips
        {...frame}
        value={isOther ? OTHER : isListed ? value : null}
        options={[...options, { value: OTHER, label: t('common.field.otherDay') }]}
        onChange={(choice) => {
          setOther(choice === OTHER)
          onChange(choice === OTHER ? dayOf(month, typed) : choice)
        }}
      />
      {isOther && (
        <TextField
          name={`${frame.name}-day`}
          label={t('common.field.dayOfMonth')}
          inputMode="numeric"
          maxLength={2}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            onChange(dayOf(month, text))
          }}
        />
      )}
    </>
  )
}

/** "vendredi 30 octobre": the year goes without saying. */
function dayLabel(day: string, locale: Locale): string {
  return formatDate(day, locale, 'weekday').replace(/\s\d{4}$/, '')
}

function dayOf(month: string, text: string): string {
  if (!/^\d{1,2}$/.test(text.trim())) return ''
  const day = `${month}-${text.trim().padStart(2, '0')}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : ''
}
