import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { type Lead, onboardingQueries } from './queries.ts'

/** Reads the contact of the address, then shows the form that changes it. */
export function LeadStep({ children }: { children: (lead: Lead) => ReactNode }) {
  const { leadId = '' } = useParams()
  const { data: lead, error, refetch } = useQuery(onboardingQueries.lead(leadId))
  if (lead) return children(lead)
  return error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />
}
