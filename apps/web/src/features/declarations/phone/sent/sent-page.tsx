import { formatInstant } from '../../../../lib/instant.ts'
import '../../phone.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Redirect, useParams, useSearch } from 'wouter'
import { useLocale } from '../../../../lib/locale.ts'
import { MoneyText } from '../../../../ui/money-text.tsx'
import { Loading } from '../../../../ui/phone/loading.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { SummaryList, type SummaryRow } from '../../../../ui/phone/summary-list.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { LateReceipts } from '../late-receipts.tsx'
import { stepHref } from '../month-links.ts'
import { monthWords } from '../month-words.ts'
import { type MonthView, ownQueries } from '../queries.ts'
import { SentProof } from '../sent-proof.tsx'
import { Corrections } from './corrections.tsx'
import { QuestionThread } from './question-thread.tsx'
import { RecapQuestion } from './recap-question.tsx'
import { ReceiptsToAdd } from './receipts-to-add.tsx'
import { SentActs } from './sent-acts.tsx'
import { sentLineRows } from './sent-line-rows.tsx'

/** What was sent, what is asked about it, and what can still be done. */
export function SentPage() {
  const t = useT()
  const locale = useLocale()
  const { mois = '' } = useParams<{ mois: string }>()
  const activity = new URLSearchParams(useSearch()).get('activite') ?? undefined
  const { data, error, refetch } = useQuery(ownQueries.month(mois, activity))
  const [hasError, setError] = useState(false)
  if (data === undefined) {
    return (
      <Page title={t('declarationsSent.history.title')} back="/moi/declarations">
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    )
  }
  if (data.state === 'none' || data.state === 'draft') {
    const step = data.returned === null ? '' : 'verifier'
    return <Redirect to={stepHref(mois, step, { activity: activity ?? null })} replace />
  }
  const words = monthWords(mois, locale)
  return (
    <Page
      title={t('declarationsSent.sent.title', words)}
      back="/moi/declarations"
      hasError={hasError}
    >
      {data.questions.map((question) => (
        <QuestionThread
          key={question.id}
          question={question}
          view={data}
          activity={activity}
          onError={setError}
        />
      ))}
      <SentSummary view={data} />
      <RecapQuestion view={data} activity={activity} onError={setError} />
      <Corrections events={data.events} />
      <LateReceipts month={data.month} />
      <ReceiptsToAdd view={data} activity={activity} />
      <SentActs view={data} activity={activity} />
      {data.number !== null && (
        <SentProof
          month={data.month}
          activity={data.activity.id}
          number={data.number}
          words={words}
        />
      )}
    </Page>
  )
}

function SentSummary({ view }: { view: MonthView }) {
  const t = useT()
  const locale = useLocale()
  const { state, number, submittedAt, movementCents, isRateDecided } = view
  const rows: SummaryRow[] = [
    { label: t('declarationsSent.sent.state'), value: t(`declarationsSent.state.${state}`) },
    ...(number === null ? [] : [{ label: t('declarationsSent.sent.number'), value: number }]),
    ...(submittedAt === null
      ? []
      : [{ label: t('declarationsSent.sent.sentOn'), value: formatInstant(submittedAt, locale) }]),
    ...sentLineRows(view.lines, { t, locale }),
    { label: t('declarationsLines.total'), value: <MoneyText cents={view.salesCents} /> },
    ...(movementCents === null && isRateDecided
      ? []
      : [
          {
            label: t('declarationsSent.sent.remains'),
            value:
              movementCents === null ? (
                t('declarationsSent.sent.noRate')
              ) : (
                <MoneyText cents={movementCents} />
              ),
          },
        ]),
  ]
  return <SummaryList rows={rows} />
}
