import type { FieldErrors } from '../../../lib/field-errors.ts'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { LineFrame } from './line-frame.tsx'
import type { TypedTrip } from './typed-lines.ts'

interface TripFieldsProps {
  trip: TypedTrip
  n: number
  name: string
  form: FieldErrors
  onChange: (trip: TypedTrip) => void
  onRemove: () => void
  /** Those of the person: a trip names one when there are several. */
  vehicles: readonly { id: string; label: string }[]
}

export function TripFields(props: TripFieldsProps) {
  const { trip, n, name, form, onChange, onRemove, vehicles } = props
  const t = useT()
  return (
    <LineFrame name={t('review.correct.trip', { n })} onRemove={onRemove}>
      <TextField
        name={`${name}kmText`}
        label={t('review.correct.km')}
        inputMode="numeric"
        error={form.errorOf(`${name}kmText`)}
        value={trip.kmText}
        onChange={(kmText) => onChange({ ...trip, kmText })}
      />
      <TextField
        name={`${name}reason`}
        label={t('review.correct.reasonTrip')}
        error={form.errorOf(`${name}reason`)}
        value={trip.reason}
        onChange={(reason) => onChange({ ...trip, reason })}
      />
      {vehicles.length > 0 && (
        <SelectField
          name={`${name}vehicleId`}
          label={t('review.correct.vehicle')}
          error={form.errorOf(`${name}vehicleId`)}
          value={trip.vehicleId ?? ''}
          onChange={(vehicleId) => onChange({ ...trip, vehicleId })}
          options={[
            { value: '', label: t('review.correct.vehicleAsIs') },
            ...vehicles.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      )}
    </LineFrame>
  )
}
