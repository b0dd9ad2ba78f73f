import { formatMonth } from '@terreau/i18n/format'
import { useRef, useState } from 'react'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { LinesFields } from './lines-fields.tsx'
import { useDeclareFor } from './mutations.ts'
import { NO_LINES } from './typed-lines.ts'

/** What somebody says on the phone, typed by staff; the declaration says who typed it. */
export function DeclareForPage() {
  const t = useT()
  const locale = useLocale()
  const { personId = '', month = '' } = useParams<{ personId: string; month: string }>()
  const search = new URLSearchParams(useSearch())
  const [, navigate] = useLocation()
  const clientId = useRef(crypto.randomUUID())
  const [lines, setLines] = useState(NO_LINES)
  const [attempt, setAttempt] = useState(0)
  const declare = useDeclareFor()
  const form = useFieldErrors(declare.error)
  const send = () => {
    setAttempt(attempt + 1)
    const { sales, expenses, trips } = lines
    const body = {
      clientId: clientId.current,
      hasSales: sales.length > 0,
      sales: sales.map(({ amountKind: _kind, vatRateBp: _rate, ...sale }) => sale),
      hasExpenses: expenses.length + trips.length > 0,
      expenses,
      trips,
    }
    const activity = search.get('activite') ?? undefined
    declare.mutate(
      { personId, month, activity, body },
      { onSuccess: (sent) => navigate(`/gestion/declarations/${sent.id}`) },
    )
  }
  const subtitle = {
    month: formatMonth(month, locale),
    activity: search.get('quoi') ?? '',
  }
  const back = `/gestion/declarations?vue=manquantes&mois=${month}`
  return (
    <>
      <PageHeader
        title={t('review.declareFor.title', { name: search.get('nom') ?? '' })}
        subtitle={t('review.declareFor.subtitle', subtitle)}
        back={{ href: back, label: t('review.title') }}
        hasError={form.hasErrors}
      />
      <p>{t('review.declareFor.hint')}</p>
      <Form
        onSubmit={send}
        submitLabel={t('review.declareFor.send')}
        isBusy={declare.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={back}>{t('common.cancel')}</Link>}
      >
        <LinesFields
          lines={lines}
          onChange={setLines}
          form={form}
          prefix=""
          hasVat={false}
          personId={personId}
        />
        {lines.sales.length + lines.expenses.length + lines.trips.length === 0 && (
          <p>{t('review.declareFor.nil')}</p>
        )}
      </Form>
    </>
  )
}
