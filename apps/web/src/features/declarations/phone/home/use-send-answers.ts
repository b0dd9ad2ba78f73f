import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useOnline } from '../../../../lib/use-online.ts'
import { sentAnswers } from '../keep/answer-copy.ts'
import { ownQueries } from '../queries.ts'

/** The answers that were sent and are still on this phone; they leave as soon as there is network. */
export function useSendAnswers(personId: string | null) {
  const client = useQueryClient()
  const isOnline = useOnline()
  const { data: answers = [], refetch } = useQuery({
    queryKey: [...ownQueries.all, 'sent-answers', personId],
    queryFn: () => sentAnswers(personId ?? ''),
    enabled: personId !== null,
    staleTime: 0,
  })
  const isWaiting = answers.some((one) => one.isSendWaiting)
  useEffect(() => {
    if (!isOnline || !isWaiting || personId === null) return
    const send = async () => {
      // Fetched when there is something to send: most visits have nothing waiting.
      const { openAnswer } = await import('../keep/answer-keepers.ts')
      for (const one of await sentAnswers(personId)) {
        if (one.isSendWaiting) await (await openAnswer(one, one.month)).flush()
      }
      await refetch()
      await client.invalidateQueries({ queryKey: ownQueries.months().queryKey })
      await client.invalidateQueries({ queryKey: ownQueries.tasks().queryKey })
    }
    void send().catch(() => undefined)
  }, [isOnline, isWaiting, personId, client, refetch])
  return { answers, refetch }
}
