import { capeRenewalStart, latestCapeEnd } from '@terreau/domain/contracts/cape'
import { localDate, parseLocalDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { LongTextField, RadioField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type ContractFieldsProps, fieldOf } from './contract-fields.ts'

interface DatesFieldsProps extends ContractFieldsProps {
  /** Last day of the contract that this one renews. */
  previousEndsOn: string | null
}

/** First and last day, with the limit of the law beside them; the question of full-time work. */
export function DatesFields({ previousEndsOn, ...props }: DatesFieldsProps) {
  const t = useT()
  const locale = useLocale()
  const field = fieldOf(props)
  const { values, onChange } = props
  const start = parseLocalDate(values.startsOn)
  const expected =
    previousEndsOn === null ? null : capeRenewalStart({ endsOn: localDate(previousEndsOn) })
  const hasGap = expected !== null && start !== null && start > expected
  return (
    <>
      <h2>{t('contracts.form.dates')}</h2>
      <div className="dates-row">
        <TextField
          {...field('startsOn', 'startsOn')}
          type="date"
          label={t('contracts.form.startsOn')}
          hint={
            expected && t('contracts.form.startsOnHint', { date: formatDate(expected, locale) })
          }
          onChange={(startsOn) => onChange({ startsOn, endsOn: movedEnd(values, startsOn) })}
        />
        <TextField
          {...field('endsOn', 'endsOn')}
          type="date"
          label={t('contracts.form.endsOn')}
          hint={
            start &&
            t('contracts.form.endsOnHint', { date: formatDate(latestCapeEnd(start), locale) })
          }
        />
      </div>
      {hasGap && (
        <LongTextField
          {...field('gapReason', 'gapReason')}
          label={t('contracts.form.gapReason')}
          hint={t('contracts.form.gapReasonHint')}
        />
      )}
      <RadioField
        {...field('terms.isFullTimeEmployee', 'fullTime')}
        label={t('contracts.form.fullTime')}
        hint={t('contracts.form.fullTimeHint')}
        onChange={(text) => onChange({ fullTime: text === 'yes' ? 'yes' : 'no' })}
        options={[
          { value: 'no', label: t('contracts.form.no') },
          { value: 'yes', label: t('contracts.form.yes') },
        ]}
      />
    </>
  )
}

/** The end follows the start as long as it was left at twelve months. */
function movedEnd(values: { startsOn: string; endsOn: string }, startsOn: string): string {
  const before = parseLocalDate(values.startsOn)
  const after = parseLocalDate(startsOn)
  const wasLatest = before === null || values.endsOn === latestCapeEnd(before)
  return after !== null && (wasLatest || values.endsOn === '')
    ? latestCapeEnd(after)
    : values.endsOn
}
