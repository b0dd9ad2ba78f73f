import { translate } from '@terreau/i18n/t'
import { type FormEvent, useState } from 'react'
import { useLocale } from '../../../../lib/locale.ts'
import { Button } from '../../../../ui/phone/button.tsx'
import { Notice } from '../../../../ui/phone/card.tsx'
import { ErrorSummary } from '../../../../ui/phone/error-summary.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { RadioChips } from '../../../../ui/phone/radio-chips.tsx'
import { TextField } from '../../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../../ui/phone/use-field-errors.ts'
import { phoneWords, useT } from '../../../../ui/phone/words.ts'
import { wholeKm } from '../sale-words.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** Kilometres by car. The power of the car is on the file: the person does not look for it. */
export function TripStep({ index }: { index: number }) {
  const t = useT()
  const locale = useLocale()
  const catalogue = phoneWords.useCatalogue()
  const wizard = useWizard()
  const trip = wizard.state.draft.trips[index]
  const [kmText, setKmText] = useState(trip?.kmText ?? '')
  const [reason, setReason] = useState(trip?.reason ?? '')
  const [vehicleId, setVehicleId] = useState(trip?.vehicleId ?? '')
  const [attempt, setAttempt] = useState(0)
  const { vehicles, activity } = wizard.view
  const hasChoice = vehicles.length > 1
  const isVehicleMissing = hasChoice && !vehicles.some(({ id }) => id === vehicleId)
  const sentence = (code: string) => translate(catalogue, locale, `lineErrors.${code}`)
  const form = useFieldErrors(
    null,
    attempt === 0
      ? {}
      : {
          km: wholeKm(kmText) === null ? sentence('km-not-whole') : null,
          reason: reason.trim() === '' ? sentence('field-required') : null,
          vehicle: isVehicleMissing ? sentence('vehicle-missing') : null,
        },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (wholeKm(kmText) === null || reason.trim() === '' || isVehicleMissing) return
    wizard.putTrip(index, { kmText, reason, vehicleId: hasChoice ? vehicleId : '' })
    wizard.next('depenses/liste')
  }
  const { expenses, trips } = wizard.state.draft
  const before = expenses.length + trips.length === 0 ? 'depenses/quoi' : 'depenses/liste'
  return (
    <Page
      title={t('declarationsExpenses.trip.question')}
      hint={t('declarationsExpenses.trip.hint')}
      back={wizard.href(wizard.cameFrom ?? before)}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      {activity.fiscalHorsepower === null && vehicles.length === 0 ? (
        <Notice look="attention">
          <p>{t('declarationsExpenses.trip.noCard')}</p>
          <p>{t('declarationsExpenses.trip.noCardHint')}</p>
        </Notice>
      ) : (
        <form noValidate onSubmit={submit}>
          {hasChoice && (
            <RadioChips
              name="vehicle"
              legend={t('declarationsExpenses.trip.vehicle')}
              error={form.errorOf('vehicle')}
              value={vehicleId}
              onChange={setVehicleId}
              options={vehicles.map(({ id, label }) => ({ value: id, label }))}
            />
          )}
          <TextField
            name="km"
            label={t('declarationsExpenses.trip.km')}
            hint={t('declarationsExpenses.trip.kmHint')}
            error={form.errorOf('km')}
            inputMode="numeric"
            maxLength={10}
            value={kmText}
            onChange={setKmText}
          />
          <TextField
            name="reason"
            label={t('declarationsExpenses.trip.reason')}
            error={form.errorOf('reason')}
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
          <Button>{t('common.continue')}</Button>
        </form>
      )}
      <SavedLine />
    </Page>
  )
}
