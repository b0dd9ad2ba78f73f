import { formatDate } from '@terreau/i18n/format'
import { translate } from '@terreau/i18n/t'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { amountText, readEuroCents } from '../../../ui/amount-text.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, MoneyField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { staffWords, useT } from '../../../ui/staff/words.ts'
import { useContractTexts } from '../use-contract-texts.ts'
import type { Amendment, AmendmentBody, Amendments } from './queries.ts'

type Values = Record<
  'effectiveOn' | 'reason' | 'schemeId' | 'fixedPartCents' | 'minimumActivity' | 'means',
  string
>

interface AmendmentFormProps {
  data: Amendments
  /** The draft that is written anew; null for a new one. */
  draft: Amendment | null
  isBusy: boolean
  error: unknown
  onSave(body: AmendmentBody): void
}

/** The terms of an amendment: those in force, or the draft's, to change where they change. */
export function AmendmentForm({ data, draft, isBusy, error, onSave }: AmendmentFormProps) {
  const t = useT()
  const locale = useLocale()
  const [values, setValues] = useState<Values>(() => {
    const written = (term: Amendments['terms'][number]) =>
      draft?.changes.find((change) => change.term === term)?.after ?? data.inForce[term] ?? ''
    return {
      effectiveOn: draft?.effectiveOn ?? '',
      reason: draft?.reason ?? '',
      schemeId: draft?.schemeId ?? data.inForce.schemeId,
      fixedPartCents: amountText(written('fixedPartCents'), 'EUR', locale),
      minimumActivity: written('minimumActivity'),
      means: written('means'),
    }
  })
  const [attempt, setAttempt] = useState(0)
  const catalogue = staffWords.useCatalogue()
  const isLeft = values.fixedPartCents.trim() === ''
  const fixedPart = isLeft ? { cents: null } : readEuroCents(values.fixedPartCents, locale)
  const form = useFieldErrors(error, {
    effectiveOn: attempt > 0 && values.effectiveOn === '' ? t('contractLife.date.missing') : null,
    reason: attempt > 0 && values.reason.trim() === '' ? t('amendments.form.reasonMissing') : null,
    fixedPartCents:
      attempt > 0 && 'code' in fixedPart
        ? translate(catalogue, locale, `fieldErrors.${fixedPart.code}`, fixedPart.params)
        : null,
  })
  const save = () => {
    setAttempt((n) => n + 1)
    const { effectiveOn, reason, schemeId, minimumActivity, means } = values
    if (effectiveOn === '' || reason.trim() === '' || 'code' in fixedPart) return
    const fixedPartCents = fixedPart.cents
    onSave({ effectiveOn, reason, schemeId, fixedPartCents, minimumActivity, means })
  }
  const field = (name: keyof Values) => ({
    name,
    value: values[name],
    error: form.errorOf(name),
    onChange: (text: string) => setValues((now) => ({ ...now, [name]: text })),
  })
  return (
    <Form
      onSubmit={save}
      submitLabel={t(draft === null ? 'amendments.form.save' : 'amendments.form.saveAgain')}
      isBusy={isBusy}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        {...field('effectiveOn')}
        type="date"
        label={t('amendments.effectiveOn')}
        hint={
          data.openFrom === null
            ? t('amendments.form.month')
            : `${t('amendments.form.month')} ${t('amendments.form.openFrom', { date: formatDate(data.openFrom, locale) })}`
        }
      />
      <LongTextField
        {...field('reason')}
        label={t('amendments.reason')}
        hint={t('amendments.form.reasonHint')}
      />
      <TermFields data={data} field={field} />
    </Form>
  )
}

interface FieldOf {
  name: string
  value: string
  error: string | null | undefined
  onChange: (text: string) => void
}

function TermFields(props: { data: Amendments; field: (name: keyof Values) => FieldOf }) {
  const { data, field } = props
  const t = useT()
  const locale = useLocale()
  const texts = useContractTexts()
  const scheme = field('schemeId')
  const chosen = data.schemes.find(({ id }) => id === scheme.value)
  return (
    <>
      <h2>{t('amendments.form.changes')}</h2>
      <p className="form-note">{t('amendments.form.intro')}</p>
      <SelectField
        {...scheme}
        label={t('amendments.contribution')}
        hint={chosen && texts.scheme(chosen)}
        options={data.schemes.map(({ id, code, decidedOn }) => ({
          value: id,
          label: t('contracts.form.schemeChoice', { code, date: formatDate(decidedOn, locale) }),
        }))}
      />
      {data.terms.includes('fixedPartCents') && (
        <MoneyField {...field('fixedPartCents')} label={t('amendments.terms.fixedPartCents')} />
      )}
      {data.terms.includes('minimumActivity') && (
        <LongTextField
          {...field('minimumActivity')}
          label={t('amendments.terms.minimumActivity')}
        />
      )}
      <LongTextField {...field('means')} label={t('amendments.terms.means')} />
    </>
  )
}
