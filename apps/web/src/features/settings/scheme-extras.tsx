import { useQuery } from '@tanstack/react-query'
import { DEDUCTIBLE_COSTS, EXEMPT_STATUSES } from '@terreau/domain/contributions/scheme'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { CheckField, SelectField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { settingsQueries } from './queries.ts'
import type { SchemeValues } from './scheme-form.ts'

interface Props {
  values: SchemeValues
  form: FieldErrors
  onChange: (part: Partial<SchemeValues>) => void
}

/** What not every assembly decides: whom it exempts, what leaves the base, which rule it replaces. */
export function SchemeExtras({ values, form, onChange }: Props) {
  const t = useT()
  return (
    <>
      <fieldset className="plain-group">
        <legend>{t('schemes.exemptStatuses')}</legend>
        {EXEMPT_STATUSES.map((status) => (
          <CheckField
            key={status}
            name={`exemptStatuses.${status}`}
            label={t(`schemes.status.${status}`)}
            isChecked={values.exemptStatuses.includes(status)}
            onChange={(isOn) =>
              onChange({ exemptStatuses: toggled(values.exemptStatuses, status, isOn) })
            }
          />
        ))}
      </fieldset>
      <fieldset className="plain-group">
        <legend>{t('schemes.deductedCosts')}</legend>
        <p className="dimmed">{t('schemes.deductedCostsHint')}</p>
        <div className="settings-costs">
          {DEDUCTIBLE_COSTS.map((cost) => (
            <CheckField
              key={cost}
              name={`deductedCosts.${cost}`}
              label={t(`schemes.cost.${cost}`)}
              isChecked={values.deductedCosts.includes(cost)}
              onChange={(isOn) =>
                onChange({ deductedCosts: toggled(values.deductedCosts, cost, isOn) })
              }
            />
          ))}
        </div>
      </fieldset>
      <Replaces values={values} form={form} onChange={onChange} />
    </>
  )
}

/** A rate changes for everybody at once: the new rule says which one it follows, and from when. */
function Replaces({ values, form, onChange }: Props) {
  const t = useT()
  const { data = [] } = useQuery(settingsQueries.schemes())
  const free = data.filter((scheme) => scheme.replacedBy === null)
  if (free.length === 0) return null
  return (
    <>
      <SelectField
        name="replaces.schemeId"
        label={t('schemes.replaces')}
        hint={t('schemes.replacesHint')}
        value={values.replaces}
        error={form.errorOf('replaces.schemeId')}
        onChange={(replaces) => onChange({ replaces })}
        options={[
          { value: '', label: t('schemes.replacesNone') },
          ...free.map((scheme) => ({ value: scheme.id, label: scheme.code })),
        ]}
      />
      {values.replaces !== '' && (
        <TextField
          name="replaces.fromMonth"
          type="month"
          label={t('schemes.fromMonth')}
          value={values.fromMonth}
          error={form.errorOf('replaces.fromMonth')}
          onChange={(fromMonth) => onChange({ fromMonth })}
        />
      )}
    </>
  )
}

function toggled<T>(list: readonly T[], item: T, isOn: boolean): T[] {
  const others = list.filter((one) => one !== item)
  return isOn ? [...others, item] : others
}
