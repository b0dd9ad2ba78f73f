import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { SignedPaperPage } from '../../ui/staff/signed-paper-page.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useSignOutside } from './mutations.ts'
import { type Interview, interviewQueries } from './queries.ts'

/** A report that both signed by hand, before the tool or elsewhere. */
export function InterviewPaperPage() {
  const { interviewId = '' } = useParams()
  const { data, error, refetch } = useQuery(interviewQueries.detail(interviewId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  return data ? <OfInterview interview={data} /> : <Loading />
}

function OfInterview({ interview }: { interview: Interview }) {
  const t = useT()
  const locale = useLocale()
  const day = interview.heldOn ?? ''
  return (
    <SignedPaperPage
      title={t('interviews.paper.title', { name: interview.person.name })}
      subtitle={t('interviews.paper.of', { date: formatDate(day, locale) })}
      back={{ href: `/gestion/entretiens/${interview.id}`, label: interview.number }}
      consequences={[t('interviews.paper.rule'), t('interviews.paper.counts')]}
      submitLabel={t('interviews.paper.submit')}
      day={day}
      keep={useSignOutside(interview.id)}
    />
  )
}
