import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSession } from '../../../lib/session.ts'
import { useOnline } from '../../../lib/use-online.ts'
import { tutoringQueries } from '../queries.ts'
import { keptSessions, type Sent, sendKept } from './kept-sessions.ts'

const RETRY_MS = 20_000

/**
 * The sessions that this phone keeps, and those that left during this visit. They leave as soon as there is a
 * network; a server that rests tells nobody, so it is tried again.
 */
export function useKeptSessions() {
  const client = useQueryClient()
  const isOnline = useOnline()
  const personId = useSession()?.personId ?? null
  const [sent, setSent] = useState<readonly Sent[]>([])
  const { data: kept = [], refetch } = useQuery({
    queryKey: [...tutoringQueries.all, 'kept', personId],
    queryFn: () => keptSessions(personId ?? ''),
    enabled: personId !== null,
    staleTime: 0,
  })
  const isWaiting = kept.some((one) => one.refusal === null)
  useEffect(() => {
    if (!isOnline || !isWaiting || personId === null) return
    const send = async () => {
      const left = await sendKept(personId)
      setSent((before) => [...before, ...left])
      if (left.length > 0) await client.invalidateQueries({ queryKey: tutoringQueries.all })
      else await refetch()
    }
    void send()
    const timer = window.setInterval(() => void send(), RETRY_MS)
    return () => window.clearInterval(timer)
  }, [client, isOnline, isWaiting, personId, refetch])
  return { personId, kept, sent, refetch }
}
