import { LongTextField, TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { FirstMonthField } from './first-month-field.tsx'
import type { InstallationField } from './installation-page.tsx'

export interface BoundField {
  name: InstallationField
  value: string
  onChange: (value: string) => void
  error: string | null
}

/** What contracts and certificates print about the cooperative. */
export function CooperativeFields({ field }: { field: (name: InstallationField) => BoundField }) {
  const t = useT()
  return (
    <fieldset className="part">
      <legend>{t('access.installation.cooperative')}</legend>
      <TextField
        {...field('cooperative.name')}
        autoComplete="organization"
        label={t('access.installation.name')}
      />
      <TextField
        {...field('cooperative.legalForm')}
        label={t('access.installation.legalForm')}
        hint={t('access.installation.legalFormHint')}
      />
      <TextField
        {...field('cooperative.siren')}
        inputMode="numeric"
        label={t('access.installation.siren')}
        hint={t('access.installation.sirenHint')}
      />
      <LongTextField
        {...field('cooperative.seatAddress')}
        label={t('access.installation.seatAddress')}
      />
      <TextField {...field('cooperative.city')} label={t('access.installation.city')} />
      <TextField
        {...field('cooperative.email')}
        type="email"
        inputMode="email"
        label={t('access.installation.cooperativeEmail')}
      />
      <TextField
        {...field('cooperative.phone')}
        type="tel"
        inputMode="tel"
        isOptional
        label={t('access.installation.phone')}
      />
      <TextField
        {...field('cooperative.signatoryName')}
        label={t('access.installation.signatoryName')}
      />
      <TextField
        {...field('cooperative.signatoryCapacity')}
        label={t('access.installation.signatoryCapacity')}
        hint={t('access.installation.signatoryCapacityHint')}
      />
      <FirstMonthField {...field('cooperative.firstMonth')} />
    </fieldset>
  )
}
