import type { FieldErrors } from '../../lib/field-errors.ts'
import { LongTextField, SelectField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { PersonValues } from './person-form.ts'

export interface PersonFieldsProps {
  values: PersonValues
  onChange: (change: Partial<PersonValues>) => void
  form: FieldErrors
}

type TextName = 'familyName' | 'givenName' | 'bornOn' | 'email' | 'phone' | 'address' | 'reference'

/** Who the person is and how to reach them. */
export function PersonFields({ values, onChange, form }: PersonFieldsProps) {
  const t = useT()
  const field = (name: TextName) => ({
    name,
    label: t(`people.form.${name}`),
    value: values[name],
    error: form.errorOf(name),
    onChange: (text: string) => onChange({ [name]: text }),
  })
  return (
    <>
      <h2>{t('people.form.identity')}</h2>
      <SelectField
        name="civility"
        label={t('people.form.civility')}
        isOptional
        value={values.civility}
        onChange={(text) => onChange({ civility: text === 'Mme' || text === 'M.' ? text : '' })}
        options={[
          { value: '', label: t('people.form.noCivility') },
          { value: 'Mme', label: t('people.form.madam') },
          { value: 'M.', label: t('people.form.sir') },
        ]}
      />
      <TextField {...field('familyName')} hint={t('people.form.nameHint')} />
      <TextField {...field('givenName')} isOptional />
      <TextField {...field('bornOn')} type="date" isOptional hint={t('people.form.bornOnHint')} />
      <h2>{t('people.form.contact')}</h2>
      <TextField
        {...field('email')}
        type="email"
        inputMode="email"
        isOptional
        hint={t('people.form.emailHint')}
      />
      <TextField {...field('phone')} type="tel" inputMode="tel" isOptional />
      <LongTextField {...field('address')} isOptional hint={t('people.form.addressHint')} />
      <SelectField
        name="locale"
        label={t('people.form.locale')}
        value={values.locale}
        onChange={(text) => onChange({ locale: text === 'en' ? 'en' : 'fr' })}
        options={[
          { value: 'fr', label: t('people.form.french') },
          { value: 'en', label: t('people.form.english') },
        ]}
      />
    </>
  )
}
