import {
  CONTRIBUTION_BASES,
  CONTRIBUTION_PERIODS,
  DEDUCTIBLE_COSTS,
  EXEMPT_STATUSES,
  EXEMPTION_COVERS,
  NEGATIVE_BASES,
} from '@terreau/domain/contributions/scheme'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { CheckField, MoneyField, RadioField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { SchemeValues } from './scheme-form.ts'
import { TierFields } from './tier-fields.tsx'

interface Props {
  values: SchemeValues
  form: FieldErrors
  onChange: (part: Partial<SchemeValues>) => void
}

/** How a contribution is computed: the same questions for a decision and for a simulation. */
export function SchemeRulesFields({ values, form, onChange }: Props) {
  const t = useT()
  const field = (
    name:
      | 'monthlyFloorCents'
      | 'fixedMonthlyCents'
      | 'exemptMonths'
      | 'exemptBelowCents'
      | 'monthlyCapCents'
      | 'yearlyCapCents',
  ) => ({
    name,
    value: values[name],
    error: form.errorOf(name),
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <>
      <RadioField
        name="base"
        label={t('schemes.base')}
        value={values.base}
        onChange={(value) =>
          onChange({ base: CONTRIBUTION_BASES.find((one) => one === value) ?? values.base })
        }
        options={CONTRIBUTION_BASES.map((value) => ({
          value,
          label: t(`schemes.baseName.${value}`),
        }))}
      />
      <RadioField
        name="period"
        label={t('schemes.period')}
        value={values.period}
        onChange={(value) =>
          onChange({ period: CONTRIBUTION_PERIODS.find((one) => one === value) ?? values.period })
        }
        options={CONTRIBUTION_PERIODS.map((value) => ({
          value,
          label: t(`schemes.periodName.${value}`),
        }))}
      />
      <TierFields tiers={values.tiers} form={form} onChange={(tiers) => onChange({ tiers })} />
      <MoneyField {...field('monthlyFloorCents')} label={t('schemes.floor')} />
      <MoneyField {...field('fixedMonthlyCents')} label={t('schemes.fixed')} />
      <MoneyField
        {...field('monthlyCapCents')}
        label={t('schemes.monthlyCap')}
        hint={t('schemes.capHint')}
      />
      <MoneyField
        {...field('yearlyCapCents')}
        label={t('schemes.yearlyCap')}
        hint={t('schemes.capHint')}
      />
      <MoneyField {...field('exemptBelowCents')} label={t('schemes.exemptBelow')} />
      <TextField {...field('exemptMonths')} inputMode="numeric" label={t('schemes.exemptMonths')} />
      <Statuses values={values} onChange={onChange} />
      {(values.exemptStatuses.length > 0 || values.exemptMonths.trim() !== '0') && (
        <RadioField
          name="exemptionCovers"
          label={t('schemes.exemptionCovers')}
          value={values.exemptionCovers}
          onChange={(value) =>
            onChange({
              exemptionCovers:
                EXEMPTION_COVERS.find((one) => one === value) ?? values.exemptionCovers,
            })
          }
          options={EXEMPTION_COVERS.map((value) => ({
            value,
            label: t(`schemes.exemptionCoversName.${value}`),
          }))}
        />
      )}
      <Costs values={values} onChange={onChange} />
      <RadioField
        name="negativeBase"
        label={t('schemes.negativeBase')}
        hint={t('schemes.negativeBaseHint')}
        value={values.negativeBase}
        onChange={(value) =>
          onChange({
            negativeBase: NEGATIVE_BASES.find((one) => one === value) ?? values.negativeBase,
          })
        }
        options={NEGATIVE_BASES.map((value) => ({
          value,
          label: t(`schemes.negativeBaseName.${value}`),
        }))}
      />
    </>
  )
}

function Statuses({ values, onChange }: Omit<Props, 'form'>) {
  const t = useT()
  return (
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
  )
}

function Costs({ values, onChange }: Omit<Props, 'form'>) {
  const t = useT()
  return (
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
  )
}

function toggled<T>(list: readonly T[], item: T, isOn: boolean): T[] {
  const others = list.filter((one) => one !== item)
  return isOn ? [...others, item] : others
}
