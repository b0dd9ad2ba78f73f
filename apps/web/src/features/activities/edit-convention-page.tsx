import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useHashFocus } from '../../ui/staff/use-hash-focus.ts'
import { useT } from '../../ui/staff/words.ts'
import { ConventionForm } from './convention-form.tsx'
import { valuesOf } from './convention-values.ts'
import { useEditConvention } from './mutations.ts'
import { activityQueries, type Convention } from './queries.ts'

/** Changes a convention that nobody was asked to sign yet. */
export function EditConventionPage() {
  const { conventionId = '' } = useParams()
  const { data, error, refetch } = useQuery(activityQueries.convention(conventionId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  return data ? <Editor convention={data} /> : <Loading />
}

function Editor({ convention }: { convention: Convention }) {
  const t = useT()
  const [, navigate] = useLocation()
  useHashFocus()
  const edit = useEditConvention(convention.id, convention.version)
  const href = `/gestion/conventions/${convention.id}`
  const title = t('activities.form.editTitle', { number: convention.number })
  return (
    <>
      <PageHeader
        title={title}
        subtitle={convention.activity}
        back={{ href, label: convention.number }}
        hasError={edit.isError}
      />
      <ConventionForm
        start={valuesOf(convention)}
        cancelHref={href}
        isBusy={edit.isPending}
        error={edit.error}
        onSave={(body) => afterWrite(edit.mutateAsync(body), () => navigate(href))}
      />
    </>
  )
}
