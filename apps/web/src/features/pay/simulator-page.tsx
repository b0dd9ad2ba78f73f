import { useQuery } from '@tanstack/react-query'
import { SALARY_MODEL } from '@terreau/domain/pay/salary-model'
import { formatMonth } from '@terreau/i18n/format'
import { translate } from '@terreau/i18n/t'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
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
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  const [params] = useSearchParams()
  const budget = /^\d{1,15}$/.test(params.get('budget') ?? '') ? (params.get('budget') ?? '') : ''
  const [from, setFrom] = useState<StaffWish['from']>('budget')
  const [text, setText] = useState(amountText(budget, 'EUR', locale))
  const [month, setMonth] = useState(todayInZone().slice(0, 7))
  const [headcount, setHeadcount] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [attempt, setAttempt] = useState(0)
  const [asked, setAsked] = useState<{ wish: StaffWish; typed: string } | null>(null)
  const reading = readEuroCents(text, locale)
  // An answer is that of what is on screen, never of what was there before a change or a refused try.
  const typed = JSON.stringify([from, 'cents' in reading ? reading.cents : text, month, headcount])
  const wish = asked?.typed === typed ? asked.wish : null
  const { data, error, refetch } = useQuery(payQueries.staff(wish))
  const refused = refusedField(error)
  const refusal = useFieldErrors(refused === null ? null : error)
  const known = refused === 'query' || refused === null ? {} : { [refused]: refusal.lines[0]?.text }
  const form = useFieldErrors(refused === 'query' ? error : null, { ...errors, ...known })

  function ask() {
    const found: Record<string, string> = {}
    if ('code' in reading) {
      found.amount = translate(catalogue, locale, `fieldErrors.${reading.code}`, reading.params)
    }
    const people = headcount.trim()
    const isCount = people === '' || (/^\d{1,6}$/.test(people) && isWithin(Number(people)))
    if (!isCount) found.headcount = t('pay.simulator.headcountWrong')
    setErrors(found)
    setAttempt(attempt + 1)
    if ('code' in reading || !isCount) return setAsked(null)
    const count = people === '' ? {} : { headcount: Number(people) }
    setAsked({ wish: { from, amountCents: reading.cents, month, ...count }, typed })
  }
  return (
    <>
      <PageHeader
        title={t('pay.simulator.title')}
        subtitle={t('pay.simulator.subtitle')}
        hasError={form.hasErrors}
      />
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
          error={form.errorOf('month')}
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
      <div aria-live="polite">
        {wish === null && <EmptyState kind="first" title={t('pay.simulator.empty')} />}
        {wish !== null && data === undefined && !error && <Loading />}
        {error && refused === null && <ErrorBlock error={error} onRetry={() => void refetch()} />}
        {data && <EstimateTable estimate={data} />}
      </div>
    </>
  )
}

function isWithin(people: number): boolean {
  return people >= 1 && people <= 100_000
}

function asFrom(value: string): StaffWish['from'] {
  return value === 'gross' || value === 'net' ? value : 'budget'
}

/** Where a refusal is shown: the amount or the month, what the query lacks, or below when it is of neither. */
function refusedField(error: unknown): 'amount' | 'month' | 'query' | null {
  const problem = problemOf(error)
  if (problem?.code.startsWith('salary-amount')) return 'amount'
  if (problem?.code.startsWith('salary-month')) return 'month'
  return problem !== null && problem.errors.length > 0 ? 'query' : null
}
