import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { SelectField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type ContractFieldsProps, fieldOf } from './contract-fields.ts'
import type { Choices } from './queries.ts'
import { useContractTexts } from './use-contract-texts.ts'

interface SchemeFieldProps extends ContractFieldsProps {
  schemes: Choices['schemes']
}

/** The scheme of contribution, with what it says in words. */
export function SchemeField({ schemes, ...props }: SchemeFieldProps) {
  const t = useT()
  const locale = useLocale()
  const texts = useContractTexts()
  const chosen = schemes.find((scheme) => scheme.id === props.values.schemeId)
  return (
    <>
      <h2>{t('contracts.form.contribution')}</h2>
      {schemes.length === 0 ? (
        <p className="form-note">{t('contracts.form.noScheme')}</p>
      ) : (
        <SelectField
          {...fieldOf(props)('schemeId', 'schemeId')}
          label={t('contracts.form.scheme')}
          hint={chosen && texts.scheme(chosen)}
          options={schemes.map((scheme) => ({
            value: scheme.id,
            label: t('contracts.form.schemeChoice', {
              code: scheme.code,
              date: formatDate(scheme.decidedOn, locale),
            }),
          }))}
        />
      )}
    </>
  )
}
