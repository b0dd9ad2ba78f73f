import type { TutoringSubject } from '@terreau/domain/tutoring/subjects'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { RadioChips } from '../../ui/phone/radio-chips.tsx'
import { LongTextField, TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { MinutesField } from './minutes-field.tsx'
import { SessionDayField } from './session-day-field.tsx'
import type { SessionTime } from './session-time.ts'
import { SubjectChips } from './subject-chips.tsx'

const MODES = ['in_person', 'phone', 'video'] as const

/** What a form holds of a session, besides the people. */
export interface SessionValues {
  heldOn: string
  time: SessionTime
  mode: (typeof MODES)[number]
  place: string
  travel: string
  subjects: readonly TutoringSubject[]
  note: string
}

interface Props {
  values: SessionValues
  onChange: (values: SessionValues) => void
  form: FieldErrors
}

/** What every session says: when, how long, how. */
export function UsualFields({ values, onChange, form }: Props) {
  const t = useT()
  const { heldOn, time, mode } = values
  return (
    <>
      <SessionDayField
        value={heldOn}
        onChange={(day) => onChange({ ...values, heldOn: day })}
        error={form.errorOf('heldOn')}
      />
      <MinutesField
        heldOn={heldOn}
        value={time}
        onChange={(next) => onChange({ ...values, time: next })}
        error={form.errorOf('minutes')}
      />
      <RadioChips
        name="mode"
        legend={t('tutoringPhone.log.how')}
        value={mode}
        onChange={(next) => onChange({ ...values, mode: next })}
        options={MODES.map((value) => ({ value, label: t(`tutoringPhone.mode.${value}`) }))}
      />
    </>
  )
}

/** What may be added; none of it is needed. */
export function OptionalFields({ values, onChange, form }: Props) {
  const t = useT()
  return (
    <>
      <SubjectChips
        value={values.subjects}
        onChange={(subjects) => onChange({ ...values, subjects })}
      />
      {values.mode === 'in_person' && (
        <>
          <TextField
            name="place"
            label={t('tutoringPhone.log.place')}
            isOptional
            maxLength={200}
            value={values.place}
            onChange={(place) => onChange({ ...values, place })}
          />
          <TextField
            name="travelMinutes"
            label={t('tutoringPhone.log.travel')}
            hint={t('tutoringPhone.log.travelHint')}
            isOptional
            inputMode="numeric"
            maxLength={3}
            value={values.travel}
            onChange={(travel) => onChange({ ...values, travel })}
            error={form.errorOf('travelMinutes')}
          />
        </>
      )}
      <LongTextField
        name="note"
        label={t('tutoringPhone.log.note')}
        isOptional
        value={values.note}
        onChange={(note) => onChange({ ...values, note })}
      />
    </>
  )
}
