import { COOPERATIVE_ZONES } from '@terreau/domain/time/zoned-day'
import { SelectField } from '../../ui/phone/select-field.tsx'
import { LongTextField, TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { FirstMonthField } from './first-month-field.tsx'
import type { BoundField, InstallationField } from './installation-form.ts'

/** What contracts and certificates print about the cooperative. */
export function CooperativeFields({ field }: { field: (name: InstallationField) => BoundField }) {
  const t = useT()
  return (
    <fieldset className="part">
      <legend>{t('access.installation.cooperative')}</legend>
      <TextField {...field('cooperative.name')} autoComplete="organization" />
      <TextField
        {...field('cooperative.legalForm')}
        hint={t('access.installation.legalFormHint')}
      />
      <TextField
        {...field('cooperative.siren')}
        inputMode="numeric"
        hint={t('access.installation.sirenHint')}
      />
      <LongTextField {...field('cooperative.seatAddress')} />
      <TextField {...field('cooperative.city')} />
      <TextField {...field('cooperative.email')} type="email" inputMode="email" />
      <TextField {...field('cooperative.phone')} type="tel" inputMode="tel" isOptional />
      <TextField {...field('cooperative.signatoryName')} />
      <TextField
        {...field('cooperative.signatoryCapacity')}
        hint={t('access.installation.signatoryCapacityHint')}
      />
      <SelectField
        {...field('cooperative.timeZone')}
        hint={t('access.installation.timeZoneHint')}
        options={COOPERATIVE_ZONES.map((zone) => ({
          value: zone,
          label: t(`cooperativeZones.${zone}`),
        }))}
      />
      <FirstMonthField {...field('cooperative.firstMonth')} />
    </fieldset>
  )
}
