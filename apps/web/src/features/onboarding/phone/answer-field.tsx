import { CHANNELS, OTHER_JOBS, SOCIAL_STATUSES } from '@terreau/domain/pipeline/facts'
import { countryChoices } from '../../../lib/countries.ts'
import { useLocale } from '../../../lib/locale.ts'
import { RadioChips } from '../../../ui/phone/radio-chips.tsx'
import { SelectField } from '../../../ui/phone/select-field.tsx'
import { LongTextField, TextField } from '../../../ui/phone/text-field.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { LanguageChips } from './language-chips.tsx'
import type { Question } from './queries.ts'

interface AnswerFieldProps {
  question: Question
  value: string
  error: string | null
  onChange: (value: string) => void
}

/** The control that fits a question. */
export function AnswerField(props: AnswerFieldProps) {
  const { question, value, error, onChange } = props
  const t = useT()
  const locale = useLocale()
  const frame = {
    name: 'value',
    label: t(`welcomePhone.label.${question}`),
    hint: t(`welcomePhone.hint.${question}`),
    error,
    value,
    onChange,
  }
  switch (question) {
    case 'born_on':
      return <TextField {...frame} inputMode="numeric" autoComplete="bday" maxLength={12} />
    case 'phone':
      return <TextField {...frame} type="tel" inputMode="tel" autoComplete="tel" maxLength={40} />
    case 'address':
      return <LongTextField {...frame} maxLength={500} />
    case 'project':
      return <LongTextField {...frame} maxLength={500} />
    case 'languages':
      return <LanguageChips {...frame} />
    case 'project_country': {
      const none = { value: '', label: t('welcomePhone.noCountry') }
      return <SelectField {...frame} options={[none, ...countryChoices(locale, [])]} />
    }
    default:
      return <ListField {...props} />
  }
}

/** A few answers to touch. */
function ListField({ question, value, error, onChange }: AnswerFieldProps) {
  const t = useT()
  const choice = { name: 'value', legend: t(`welcomePhone.label.${question}`), error, onChange }
  const hint = t(`welcomePhone.hint.${question}`)
  switch (question) {
    case 'channel': {
      const options = CHANNELS.map((one) => ({
        value: one,
        label: t(`welcomePhone.channel.${one}`),
      }))
      return <RadioChips<string> {...choice} hint={hint} value={value || null} options={options} />
    }
    case 'social_status': {
      const label = (one: (typeof SOCIAL_STATUSES)[number]) => t(`welcomePhone.status.${one}`)
      const options = SOCIAL_STATUSES.map((one) => ({ value: one, label: label(one) }))
      return <RadioChips<string> {...choice} hint={hint} value={value || null} options={options} />
    }
    default: {
      const options = OTHER_JOBS.map((one) => ({ value: one, label: t(`welcomePhone.job.${one}`) }))
      return <RadioChips<string> {...choice} hint={hint} value={value || null} options={options} />
    }
  }
}
