import { CONTRIBUTION_BASES, CONTRIBUTION_PERIODS } from '@terreau/domain/contributions/scheme'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { MoneyField, RadioField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useCreateScheme } from './mutations.ts'
import { SchemeExtras } from './scheme-extras.tsx'
import { EMPTY_SCHEME, readScheme, type SchemeSlips, type SchemeValues } from './scheme-form.ts'
import { TierFields } from './tier-fields.tsx'

const HOME = '/gestion/reglages/contribution'

/** A decision of the general assembly. It is never changed after: another decision is another scheme. */
export function NewSchemePage() {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [values, setValues] = useState(EMPTY_SCHEME)
  const [attempt, setAttempt] = useState(0)
  const create = useCreateScheme()
  const read = readScheme(values, locale)
  const say = useSlipWords()
  const form = useFieldErrors(create.error, attempt > 0 && 'slips' in read ? say(read.slips) : {})
  const change = (part: Partial<SchemeValues>) => setValues((now) => ({ ...now, ...part }))
  const field = (
    name:
      | 'code'
      | 'decidedOn'
      | 'decisionReference'
      | 'monthlyFloorCents'
      | 'fixedMonthlyCents'
      | 'exemptMonths',
  ) => ({
    name,
    value: values[name],
    error: form.errorOf(name),
    onChange: (value: string) => change({ [name]: value }),
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if ('body' in read) create.mutate(read.body, { onSuccess: () => navigate(HOME) })
  }
  return (
    <>
      <PageHeader
        title={t('schemes.new')}
        subtitle={t('schemes.hint')}
        back={{ href: HOME, label: t('schemes.title') }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('settings.save')}
        isBusy={create.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={HOME}>{t('common.cancel')}</Link>}
      >
        <TextField {...field('code')} label={t('schemes.code')} hint={t('schemes.codeHint')} />
        <TextField {...field('decidedOn')} type="date" label={t('schemes.decidedOn')} />
        <TextField
          {...field('decisionReference')}
          label={t('schemes.decisionReference')}
          hint={t('schemes.decisionReferenceHint')}
        />
        <RadioField
          name="base"
          label={t('schemes.base')}
          value={values.base}
          onChange={(value) =>
            change({ base: CONTRIBUTION_BASES.find((one) => one === value) ?? values.base })
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
            change({ period: CONTRIBUTION_PERIODS.find((one) => one === value) ?? values.period })
          }
          options={CONTRIBUTION_PERIODS.map((value) => ({
            value,
            label: t(`schemes.periodName.${value}`),
          }))}
        />
        <TierFields tiers={values.tiers} form={form} onChange={(tiers) => change({ tiers })} />
        <MoneyField {...field('monthlyFloorCents')} label={t('schemes.floor')} />
        <MoneyField {...field('fixedMonthlyCents')} label={t('schemes.fixed')} />
        <TextField
          {...field('exemptMonths')}
          inputMode="numeric"
          label={t('schemes.exemptMonths')}
        />
        <SchemeExtras values={values} form={form} onChange={change} />
      </Form>
    </>
  )
}

function useSlipWords(): (slips: SchemeSlips) => Record<string, string> {
  const t = useT()
  const words = {
    amount: t('fieldErrors.amount-empty'),
    rate: t('settings.values.wrongRate'),
    months: t('schemes.wrongMonths'),
    month: t('schemes.fromMonthMissing'),
  }
  const missing = (name: string) => {
    const known = (['code', 'decidedOn', 'decisionReference'] as const).find((one) => one === name)
    return t('settings.missing', { label: t(`schemes.${known ?? 'code'}`) })
  }
  return (slips) =>
    Object.fromEntries(
      Object.entries(slips).map(([name, slip]) => [
        name,
        slip === 'missing' ? missing(name) : words[slip],
      ]),
    )
}
