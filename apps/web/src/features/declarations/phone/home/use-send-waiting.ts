import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useOnline } from '../../../../lib/use-online.ts'
import { type Place, waitingPlaces } from '../keep/device-copy.ts'
import { ownQueries } from '../queries.ts'

/** The months that wait on this phone; they leave as soon as there is network. */
export function useSendWaiting(personId: string | null): string[] {
  const client = useQueryClient()
  const isOnline = useOnline()
  const { data: places, refetch } = useQuery({
    queryKey: [...ownQueries.all, 'waiting', personId],
    queryFn: () => waitingPlaces(personId ?? ''),
    enabled: personId !== null,
    staleTime: 0,
  })
  useEffect(() => {
    if (!isOnline || places === undefined || places.length === 0) return
    const send = async (place: Place) => {
      const options = ownQueries.month(place.month, place.activityId)
      const view = await client.fetchQuery({ ...options, staleTime: 0 })
      // Fetched when there is something to send: most visits have nothing waiting.
      const { openKeeper } = await import('../keep/keepers.ts')
      const keeper = await openKeeper(place.personId, view)
      await keeper.flush()
    }
    void Promise.allSettled(places.map(send)).then(async () => {
      await refetch()
      await client.invalidateQueries({ queryKey: ownQueries.months().queryKey })
    })
  }, [client, isOnline, places, refetch])
  return places?.map((place) => place.month) ?? []
}
