import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type Party, partyInTurn, type Signature, signatureQueries } from './queries.ts'

interface PartyPageProps {
  isFor: (party: Party) => boolean
  /** What is said when nobody is there to act for. */
  nothing: string
  children: (signature: Signature, party: Party) => ReactNode
}

/** A page that acts for the party whose turn it is. */
export function PartyPage({ isFor, nothing, children }: PartyPageProps) {
  const t = useT()
  const { signatureId = '' } = useParams()
  const { data, error, refetch } = useQuery(signatureQueries.detail(signatureId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const party = partyInTurn(data)
  if (party === undefined || !isFor(party)) {
    const back = { href: `/gestion/signatures/${signatureId}`, label: t('signatures.page.back') }
    return (
      <>
        <PageHeader title={data.title} back={back} />
        <EmptyState kind="done" title={nothing} />
      </>
    )
  }
  return children(data, party)
}
