import { formatRateBp } from '@terreau/i18n/format'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { useLocale } from '../../lib/locale.ts'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { ActivityValues } from './person-form.ts'

/** The rates of metropolitan France in force (CGI 278 to 281 nonies), the commonest first. */
const VAT_RATES_BP = [2000, 1000, 550, 210] as const

interface ActivityFieldsProps {
  /** 'activity', 'activities.0', or nothing: where the fields are in the body. */
  at: string
  activity: ActivityValues
  onChange: (activity: ActivityValues) => void
  form: FieldErrors
}

/** What the person does, the VAT usually charged, the car. */
export function ActivityFields({ at, activity, onChange, form }: ActivityFieldsProps) {
  const t = useT()
  const locale = useLocale()
  const field = (name: 'name' | 'vatRateBp' | 'fiscalHorsepower') => ({
    name: at === '' ? name : `${at}.${name}`,
    value: activity[name],
    error: form.errorOf(at === '' ? name : `${at}.${name}`),
    onChange: (text: string) => onChange({ ...activity, [name]: text.replace(/^ +/, '') }),
  })
  const rates = VAT_RATES_BP.map((rate) => ({
    value: String(rate),
    label: formatRateBp(BigInt(rate), locale),
  }))
  const isOther = ![...rates.map((rate) => rate.value), '0'].includes(activity.vatRateBp)
  const other = isOther
    ? [
        {
          value: activity.vatRateBp,
          label: formatRateBp(BigInt(activity.vatRateBp), locale),
        },
      ]
    : []
  return (
    <>
      <TextField {...field('name')} label={t('people.form.activityName')} />
      <SelectField
        {...field('vatRateBp')}
        label={t('people.form.vatRate')}
        options={[...rates, { value: '0', label: t('people.form.vatNone') }, ...other]}
      />
      <TextField
        {...field('fiscalHorsepower')}
        label={t('people.form.fiscalHorsepower')}
        hint={t('people.form.fiscalHorsepowerHint')}
        inputMode="numeric"
        isOptional
      />
    </>
  )
}
