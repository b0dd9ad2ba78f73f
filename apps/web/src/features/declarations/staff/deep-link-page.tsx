import { useQuery } from '@tanstack/react-query'
import { Redirect, useParams } from 'wouter'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { reviewQueries, type ViewSlug } from './queries.ts'

const SLUG_OF_STATE: Record<string, ViewSlug> = {
  submitted: 'a-revoir',
  question: 'questions',
  accepted: 'acceptees',
}

/** '/gestion/declarations/:id' opens the queue where this declaration is, with it on screen. */
export function DeepLinkPage() {
  const t = useT()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery(reviewQueries.one(id))
  if (data === undefined) {
    return (
      <>
        <PageHeader title={t('review.title')} />
        {error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />}
      </>
    )
  }
  const query = new URLSearchParams({
    vue: SLUG_OF_STATE[data.state] ?? 'toutes',
    mois: data.month,
    d: id,
  })
  return <Redirect to={`/gestion/declarations?${query}`} replace />
}
