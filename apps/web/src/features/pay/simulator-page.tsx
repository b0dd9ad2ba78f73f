import { useQuery } from '@tanstack/react-query'
import { SALARY_MODEL } from '@terreau/domain/pay/salary-model'
import { formatMonth } from '@terreau/i18n/format'
import { translate } from '@terreau/i18n/t'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { amountText, readEuroCents } from '../../ui/amount-text.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { MoneyField, RadioField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { staffWords, useT } from '../../ui/staff/words.ts'
import { EstimateTable } from './estimate-table.tsx'
import { payQueries, type StaffWish } from './queries.ts'

/** An estimate from any of the three amounts. `?budget=` (cents) comes from the page of a person. */
export function SimulatorPage() {
  const t = useT()
  const [asked, setAsked] = useState<StaffWish | null>(null)
  return (
    <>
      <PageHeader title={t('pay.simulator.title')} subtitle={t('pay.simulator.subtitle')} />
      <WishForm onAsk={setAsked} />
      <div aria-live="polite">{asked === null ? <Empty /> : <Answer wish={asked} />}</div>
    </>
  )
}

function WishForm({ onAsk }: { onAsk: (wish: StaffWish | null) => void }) {
  const t = useT()
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  const [params] = useSearchParams()
  const known = /^\d{1,15}$/.test(params.get('budget') ?? '') ? (params.get('budget') ?? '') : ''
  const [from, setFrom] = useState<StaffWish['from']>('budget')
  const [text, setText] = useState(amountText(known, 'EUR', locale))
  const [month, setMonth] = useState(todayInZone().slice(0, 7))
  const [headcount, setHeadcount] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(null, errors)

  function ask() {
    const reading = readEuroCents(text, locale)
    const found: Record<string, string> = {}
    if ('code' in reading) {
      found.amount = translate(catalogue, locale, `fieldErrors.${reading.code}`, reading.params)
    }
    const people = headcount.trim()
    const isCount = people === '' || (/^\d{1,6}$/.test(people) && isWithin(Number(people)))
    if (!isCount) found.headcount = t('pay.simulator.headcountWrong')
    setErrors(found)
    setAttempt(attempt + 1)
    // What was refused leaves no answer of an earlier try below it.
    if ('code' in reading || !isCount) return onAsk(null)
    onAsk({
      from,
      amountCents: reading.cents,
      month,
      ...(people !== '' && { headcount: Number(people) }),
    })
  }
  return (
    <Form
      onSubmit={ask}
      submitLabel={t('pay.simulator.act')}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <RadioField
        name="from"
        label={t('pay.simulator.from')}
        value={from}
        onChange={(value) => setFrom(asFrom(value))}
        options={[
          { value: 'budget', label: t('pay.simulator.fromBudget') },
          { value: 'gross', label: t('pay.simulator.fromGross') },
          { value: 'net', label: t('pay.simulator.fromNet') },
        ]}
      />
      <MoneyField
        name="amount"
        label={t('pay.simulator.amount')}
        error={form.errorOf('amount')}
        value={text}
        onChange={setText}
      />
      <TextField
        name="month"
        type="month"
        label={t('pay.simulator.month')}
        hint={t('pay.simulator.monthHint', {
          from: formatMonth(SALARY_MODEL.from, locale),
          to: formatMonth(SALARY_MODEL.to, locale),
        })}
        value={month}
        onChange={setMonth}
      />
      <TextField
        name="headcount"
        inputMode="numeric"
        isOptional
        label={t('pay.simulator.headcount')}
        hint={t('pay.simulator.headcountHint')}
        error={form.errorOf('headcount')}
        value={headcount}
        onChange={setHeadcount}
      />
    </Form>
  )
}

function isWithin(people: number): boolean {
  return people >= 1 && people <= 100_000
}

function asFrom(value: string): StaffWish['from'] {
  return value === 'gross' || value === 'net' ? value : 'budget'
}

function Empty() {
  const t = useT()
  return <EmptyState kind="first" title={t('pay.simulator.empty')} />
}

function Answer({ wish }: { wish: StaffWish }) {
  const { data, error, refetch } = useQuery(payQueries.staff(wish))
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  return data === undefined ? <Loading /> : <EstimateTable estimate={data} />
}
