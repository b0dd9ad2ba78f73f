import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { translate } from '@terreau/i18n/t'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { amountText, readEuroCents } from '../../../ui/amount-text.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, MoneyField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { staffWords, useT } from '../../../ui/staff/words.ts'
import { useContractTexts } from '../use-contract-texts.ts'
import { type Amendments, amendmentQueries, useDraftAmendment } from './queries.ts'

/** Drafts an amendment: the terms in force, to change where they change. */
export function NewAmendmentPage() {
  const t = useT()
  const { contractId = '' } = useParams()
  const { data, error, refetch } = useQuery({
    ...amendmentQueries.list(contractId),
    // What is being typed starts from what was read once.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { number } = data.contract
  return (
    <>
      <PageHeader
        title={t('amendments.form.title', { number })}
        back={{ href: `/gestion/contrats/${contractId}`, label: number }}
      />
      {data.isDraftable ? <AmendmentForm data={data} /> : <p>{t('amendments.form.notNow')}</p>}
    </>
  )
}

type Values = Record<
  'effectiveOn' | 'reason' | 'schemeId' | 'fixedPartCents' | 'minimumActivity' | 'means',
  string
>

function AmendmentForm({ data }: { data: Amendments }) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [values, setValues] = useState<Values>(() => ({
    effectiveOn: '',
    reason: '',
    schemeId: data.inForce.schemeId,
    fixedPartCents: amountText(data.inForce.fixedPartCents ?? '', 'EUR', locale),
    minimumActivity: data.inForce.minimumActivity ?? '',
    means: data.inForce.means ?? '',
  }))
  const [attempt, setAttempt] = useState(0)
  const draft = useDraftAmendment(data.contract.id)
  const catalogue = staffWords.useCatalogue()
  const isLeft = values.fixedPartCents.trim() === ''
  const fixedPart = isLeft ? { cents: null } : readEuroCents(values.fixedPartCents, locale)
  const form = useFieldErrors(draft.error, {
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
    const body = { effectiveOn, reason, schemeId, minimumActivity, means }
    draft.mutate(
      { ...body, fixedPartCents: fixedPart.cents },
      { onSuccess: ({ id }) => navigate(`/gestion/contrats/avenants/${id}`) },
    )
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
      submitLabel={t('amendments.form.save')}
      isBusy={draft.isPending}
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
