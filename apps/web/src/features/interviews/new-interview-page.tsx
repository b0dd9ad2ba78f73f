import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { InterviewForm } from './interview-form.tsx'
import { newInterview } from './interview-values.ts'
import { useNoteInterview } from './mutations.ts'
import { interviewQueries } from './queries.ts'

/** Plans an interview with a person, or notes one that was held. */
export function NewInterviewPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { personId = '' } = useParams()
  const { data, error, refetch } = useQuery(interviewQueries.person(personId))
  const note = useNoteInterview(personId)
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const name = fullName(data)
  const href = `/gestion/personnes/${personId}?onglet=interviews`
  return (
    <>
      <PageHeader
        title={t('interviews.newTitle', { name })}
        subtitle={t('interviews.intro')}
        back={{ href, label: name }}
        hasError={note.isError}
      />
      <InterviewForm
        start={newInterview()}
        cancelHref={href}
        isBusy={note.isPending}
        error={note.error}
        onSave={(body) =>
          afterWrite(note.mutateAsync(body), ({ id }) => navigate(`/gestion/entretiens/${id}`))
        }
      />
    </>
  )
}
