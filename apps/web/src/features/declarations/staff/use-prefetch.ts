import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { apiUrl } from '../../../lib/api.ts'
import { reviewQueries } from './queries.ts'

const AHEAD = 3

/** Reads the next declarations and their first receipt before they are asked for. */
export function usePrefetch(ids: readonly string[], shownId: string | null): void {
  const client = useQueryClient()
  const place = shownId === null ? -1 : ids.indexOf(shownId)
  const next = ids.slice(place + 1, place + 1 + AHEAD).join(' ')
  useEffect(() => {
    for (const id of next === '' ? [] : next.split(' ')) {
      void client.fetchQuery(reviewQueries.one(id)).then(
        ({ receipts }) => {
          const [first] = receipts
          if (first === undefined || first.mediaType === 'application/pdf') return
          const params = { id, receiptId: first.id }
          new Image().src = apiUrl('GET /declarations/:id/receipts/:receiptId', { params })
        },
        // A failed look ahead is no error: opening the row will say what is wrong.
        () => undefined,
      )
    }
  }, [client, next])
}
