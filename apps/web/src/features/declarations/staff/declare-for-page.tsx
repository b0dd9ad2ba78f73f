import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatMonth } from '@terreau/i18n/format'
import { useRef, useState } from 'react'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { LinesFields } from './lines-fields.tsx'
import { useDeclareFor } from './mutations.ts'
import { reviewQueries, type Started } from './queries.ts'
import { startedLines } from './typed-lines.ts'

/** What somebody says on the phone, typed by staff; the declaration says who typed it. */
export function DeclareForPage() {
  const { personId = '', month = '' } = useParams<{ personId: string; month: string }>()
  const activity = new URLSearchParams(useSearch()).get('activite') ?? undefined
  const of = { personId, month, activity }
  const { data, error, refetch } = useQuery(reviewQueries.started(of))
  if (data !== undefined) return <DeclareForForm of={of} started={data} />
  return (
    <>
      <Header month={month} hasError={false} />
      {error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />}
    </>
  )
}

function Header({ month, hasError }: { month: string; hasError: boolean }) {
  const t = useT()
  const search = new URLSearchParams(useSearch())
  const subtitle = {
    month: formatMonth(month, useLocale()),
    activity: search.get('quoi') ?? '',
  }
  return (
    <PageHeader
      title={t('review.declareFor.title', { name: search.get('nom') ?? '' })}
      subtitle={t('review.declareFor.subtitle', subtitle)}
      back={{ href: backOf(month), label: t('review.title') }}
      hasError={hasError}
    />
  )
}

function backOf(month: string): string {
  return `/gestion/declarations?vue=manquantes&mois=${month}`
}

interface DeclareForFormProps {
  of: { personId: string; month: string; activity: string | undefined }
  started: Started
}

function DeclareForForm({ of, started }: DeclareForFormProps) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const clientId = useRef(crypto.randomUUID())
  const [lines, setLines] = useState(() => startedLines(started))
  const [attempt, setAttempt] = useState(0)
  const declare = useDeclareFor()
  const form = useFieldErrors(declare.error)
  const { sales, expenses, trips } = lines
  const send = () => {
    setAttempt(attempt + 1)
    const body = {
      clientId: clientId.current,
      hasSales: sales.length > 0,
      sales: sales.map(({ amountKind: _kind, vatRateBp: _rate, ...sale }) => sale),
      hasExpenses: expenses.length + trips.length > 0,
      expenses,
      trips,
    }
    afterWrite(declare.mutateAsync({ ...of, body }), (sent) =>
      navigate(`/gestion/declarations/${sent.id}`),
    )
  }
  return (
    <>
      <Header month={of.month} hasError={form.hasErrors} />
      <p>{t('review.declareFor.hint')}</p>
      {started.savedAt !== null && (
        <Alert mb="md">
          {t('review.declareFor.started', { date: formatInstant(started.savedAt, locale) })}
        </Alert>
      )}
      <Form
        onSubmit={send}
        submitLabel={t('review.declareFor.send')}
        isBusy={declare.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={backOf(of.month)}>{t('common.cancel')}</Link>}
      >
        <LinesFields
          lines={lines}
          onChange={setLines}
          form={form}
          prefix=""
          hasVat={false}
          personId={of.personId}
        />
        {sales.length + expenses.length + trips.length === 0 && <p>{t('review.declareFor.nil')}</p>}
      </Form>
    </>
  )
}
