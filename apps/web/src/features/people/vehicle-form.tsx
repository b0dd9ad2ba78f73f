import { Button } from '@mantine/core'
import { MILEAGE_VEHICLES } from '@terreau/domain/expenses/mileage-scale'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { CheckField, SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useAddVehicle } from './mutations.ts'

const WHOLE = /^\d{1,7}$/

/** A vehicle as its registration card says. */
export function VehicleForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const t = useT()
  const add = useAddVehicle(personId)
  const [kind, setKind] = useState<(typeof MILEAGE_VEHICLES)[number]>('car')
  const [label, setLabel] = useState('')
  const [power, setPower] = useState('')
  const [isElectric, setElectric] = useState(false)
  const [fromOn, setFromOn] = useState(todayInZone())
  const [broughtKm, setBroughtKm] = useState('')
  const [attempt, setAttempt] = useState(0)
  const horsepower = WHOLE.test(power.trim()) ? Number(power) : 0
  const km = broughtKm.replaceAll(/\s/g, '')
  const local = {
    label: label.trim() === '' ? t('people.vehicles.labelMissing') : null,
    fiscalHorsepower:
      horsepower >= 1 && horsepower <= 50 ? null : t('people.form.fiscalHorsepowerWrong'),
    broughtKm: km === '' || WHOLE.test(km) ? null : t('people.vehicles.kmWrong'),
  }
  const form = useFieldErrors(add.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.values(local).some((wrong) => wrong !== null)) return
    afterWrite(
      add.mutateAsync({
        kind,
        label,
        fiscalHorsepower: horsepower,
        isElectric,
        fromOn,
        broughtKm: Number(km),
      }),
      onDone,
    )
  }
  return (
    <section className="panel" aria-label={t('people.vehicles.add')}>
      <Form
        onSubmit={save}
        submitLabel={t('people.vehicles.save')}
        isBusy={add.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <Button variant="subtle" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        }
      >
        <TextField
          name="label"
          label={t('people.vehicles.label')}
          hint={t('people.vehicles.labelHint')}
          error={form.errorOf('label')}
          value={label}
          onChange={setLabel}
        />
        <SelectField
          name="kind"
          label={t('people.vehicles.kind')}
          value={kind}
          onChange={(text) => setKind(MILEAGE_VEHICLES.find((one) => one === text) ?? 'car')}
          options={MILEAGE_VEHICLES.map((value) => ({
            value,
            label: t(`people.vehicles.kinds.${value}`),
          }))}
        />
        <TextField
          name="fiscalHorsepower"
          inputMode="numeric"
          label={t('people.vehicles.horsepower')}
          hint={t('people.vehicles.horsepowerHint')}
          error={form.errorOf('fiscalHorsepower')}
          value={power}
          onChange={setPower}
        />
        <CheckField
          name="isElectric"
          label={t('people.vehicles.isElectric')}
          isChecked={isElectric}
          onChange={setElectric}
        />
        <TextField
          name="fromOn"
          type="date"
          label={t('people.vehicles.fromOn')}
          error={form.errorOf('fromOn')}
          value={fromOn}
          onChange={setFromOn}
        />
        <TextField
          name="broughtKm"
          isOptional
          inputMode="numeric"
          label={t('people.vehicles.broughtKm')}
          hint={t('people.vehicles.broughtHint')}
          error={form.errorOf('broughtKm')}
          value={broughtKm}
          onChange={setBroughtKm}
        />
      </Form>
    </section>
  )
}
