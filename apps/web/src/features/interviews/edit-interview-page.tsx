import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useHashFocus } from '../../ui/staff/use-hash-focus.ts'
import { useT } from '../../ui/staff/words.ts'
import { InterviewForm } from './interview-form.tsx'
import { valuesOf } from './interview-values.ts'
import { useEditInterview } from './mutations.ts'
import { type Interview, interviewQueries } from './queries.ts'

/** Changes an interview whose report nobody was asked to sign; says when it was held and what was said. */
export function EditInterviewPage() {
  const { interviewId = '' } = useParams()
  const { data, error, refetch } = useQuery(interviewQueries.detail(interviewId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  return data ? <Editor interview={data} /> : <Loading />
}

function Editor({ interview }: { interview: Interview }) {
  const t = useT()
  const [, navigate] = useLocation()
  useHashFocus()
  const edit = useEditInterview(interview.id, interview.version)
  const href = `/gestion/entretiens/${interview.id}`
  return (
    <>
      <PageHeader
        title={t('interviews.editTitle', { name: interview.person.name })}
        subtitle={t('interviews.intro')}
        back={{ href, label: interview.number }}
        hasError={edit.isError}
      />
      <InterviewForm
        start={valuesOf(interview, todayInZone())}
        cancelHref={href}
        isBusy={edit.isPending}
        error={edit.error}
        onSave={(body) => afterWrite(edit.mutateAsync(body), () => navigate(href))}
      />
    </>
  )
}
