import { formatDate } from '@terreau/i18n/format'
import type { FieldErrors } from '../../../lib/field-errors.ts'
import { useLocale } from '../../../lib/locale.ts'
import {
  CheckField,
  LongTextField,
  MoneyField,
  SelectField,
  TextField,
} from '../../../ui/staff/fields.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { MeansFields } from '../means-fields.tsx'
import { useContractTexts } from '../use-contract-texts.ts'
import type { CesaChoices, CesaValues } from './cesa-values.ts'

interface CesaFieldsProps {
  values: CesaValues
  onChange: (change: Partial<CesaValues>) => void
  form: FieldErrors
  choices: CesaChoices
}

/** The clauses of L7331-2, 2°, a) to f), then what the regulatory part adds. */
export function CesaFields(props: CesaFieldsProps) {
  const t = useT()
  const { values, onChange, form } = props
  const long = longFieldOf(props)
  return (
    <>
      <DatesFields {...props} />
      <h2>{t('cesa.activityTitle')}</h2>
      <LongTextField
        {...long('objectives')}
        label={t('cesa.objectives')}
        hint={t('contracts.form.oneByLine')}
      />
      <LongTextField
        {...long('minimumActivity')}
        label={t('cesa.minimumActivity')}
        hint={t('cesa.minimumActivityHint')}
      />
      <MeansFields values={values} onChange={onChange} form={form} />
      <SchemeFields {...props} />
      <h2>{t('cesa.payTitle')}</h2>
      <MoneyField
        name="terms.fixedPartCents"
        label={t('cesa.fixedPart')}
        error={form.errorOf('terms.fixedPartCents')}
        value={values.fixedPart}
        onChange={(fixedPart) => onChange({ fixedPart })}
      />
      <LongTextField
        {...long('variablePart')}
        label={t('cesa.variablePart')}
        hint={t('cesa.variablePartHint')}
      />
      <LongTextField {...long('netResult')} label={t('cesa.netResult')} />
      <h2>{t('cesa.statutesTitle')}</h2>
      <TextField {...long('statutesOn')} type="date" label={t('cesa.statutesOn')} />
      <LongTextField {...long('clientele')} label={t('cesa.clientele')} />
      <LongTextField {...long('intellectualProperty')} label={t('cesa.intellectualProperty')} />
      <h2>{t('cesa.supportTitle')}</h2>
      <LongTextField {...long('interviews')} label={t('cesa.interviews')} />
      <LongTextField {...long('becomingAssociate')} label={t('cesa.becomingAssociate')} />
    </>
  )
}

type LongName = Exclude<keyof CesaValues, 'means' | 'followsAssembly' | 'fixedPart' | 'schemeId'>

function longFieldOf({ values, onChange, form }: CesaFieldsProps) {
  return (name: LongName) => {
    const at = `terms.${name}`
    return {
      name: at,
      value: values[name],
      error:
        form.errorOf(at) ??
        form.lines.find((line) => line.name?.startsWith(`${at}.`))?.text ??
        null,
      onChange: (text: string) => onChange({ [name]: text }),
    }
  }
}

function DatesFields(props: CesaFieldsProps) {
  const { values, onChange, form, choices } = props
  const { trialEndsOnMax, associateBy, startsOn } = choices
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <h2>{t('cesa.dates')}</h2>
      <TextField
        name="startsOn"
        type="date"
        label={t('cesa.startsOn')}
        hint={t('cesa.startsOnHint')}
        error={form.errorOf('startsOn')}
        value={values.startsOn}
        onChange={(day) => onChange({ startsOn: day })}
      />
      <p className="form-note">
        {associateBy <= startsOn
          ? t('cesa.associateNow')
          : t('cesa.associateBy', { date: formatDate(associateBy, locale) })}
      </p>
      <TextField
        {...longFieldOf(props)('trialEndsOn')}
        type="date"
        label={t('cesa.trialEndsOn')}
        hint={
          trialEndsOnMax === null
            ? t('cesa.trialNone')
            : t('cesa.trialHint', { date: formatDate(trialEndsOnMax, locale) })
        }
        isOptional
      />
    </>
  )
}

function SchemeFields({ values, onChange, form, choices }: CesaFieldsProps) {
  const t = useT()
  const locale = useLocale()
  const texts = useContractTexts()
  const chosen = choices.schemes.find((scheme) => scheme.id === values.schemeId)
  return (
    <>
      <h2>{t('contracts.form.contribution')}</h2>
      <SelectField
        name="schemeId"
        label={t('contracts.form.scheme')}
        hint={chosen && texts.scheme(chosen)}
        error={form.errorOf('schemeId')}
        value={values.schemeId}
        onChange={(schemeId) => onChange({ schemeId })}
        options={choices.schemes.map((scheme) => ({
          value: scheme.id,
          label: t('contracts.form.schemeChoice', {
            code: scheme.code,
            date: formatDate(scheme.decidedOn, locale),
          }),
        }))}
      />
      <CheckField
        name="terms.followsAssembly"
        label={t('cesa.followsAssembly')}
        isChecked={values.followsAssembly}
        onChange={(followsAssembly) => onChange({ followsAssembly })}
      />
    </>
  )
}
