import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { AmendmentForm } from './amendment-form.tsx'
import { amendmentQueries, useDraftAmendment } from './queries.ts'

/** Drafts an amendment: the terms in force, to change where they change. */
export function NewAmendmentPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { contractId = '' } = useParams()
  const draft = useDraftAmendment(contractId)
  const { data, error, refetch } = useQuery({
    ...amendmentQueries.list(contractId),
    // What is being typed starts from what was read once.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { number } = data.contract
  const open = ({ id }: { id: string }) => navigate(`/gestion/contrats/avenants/${id}`)
  return (
    <>
      <PageHeader
        title={t('amendments.form.title', { number })}
        back={{ href: `/gestion/contrats/${contractId}`, label: number }}
      />
      {data.isDraftable ? (
        <AmendmentForm
          data={data}
          draft={null}
          isBusy={draft.isPending}
          error={draft.error}
          onSave={(body) => afterWrite(draft.mutateAsync(body), open)}
        />
      ) : (
        <p>{t('amendments.form.notNow')}</p>
      )}
    </>
  )
}
