import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { AmendmentForm } from './amendment-form.tsx'
import { type Amendment, amendmentQueries, useEditAmendment } from './queries.ts'

/** Writes a draft anew. What was sent to sign is read by somebody: it does not change. */
export function EditAmendmentPage() {
  const { amendmentId = '' } = useParams()
  const { data, error, refetch } = useQuery(amendmentQueries.detail(amendmentId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <EditForm amendment={data} />
}

function EditForm({ amendment }: { amendment: Amendment }) {
  const t = useT()
  const [, navigate] = useLocation()
  // What is being typed starts from what was read once, and is saved against that version.
  const [read] = useState(amendment)
  const edit = useEditAmendment(read.id, read.version)
  const { data, error, refetch } = useQuery(amendmentQueries.list(read.contract.id))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { n, contract } = read
  const href = `/gestion/contrats/avenants/${read.id}`
  return (
    <>
      <PageHeader
        title={t('amendments.form.editTitle', { n, number: contract.number })}
        back={{ href, label: t('amendments.named', { n }) }}
      />
      {read.state === 'draft' ? (
        <AmendmentForm
          data={data}
          draft={read}
          isBusy={edit.isPending}
          error={edit.error}
          onSave={(body) => afterWrite(edit.mutateAsync(body), () => navigate(href))}
        />
      ) : (
        <p>{t('amendments.form.sentAlready')}</p>
      )}
    </>
  )
}
