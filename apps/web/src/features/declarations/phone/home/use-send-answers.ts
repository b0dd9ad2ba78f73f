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
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list changes as its answers leave.
  useEffect(() => {
    if (!isOnline || !isWaiting) return
    const send = async () => {
      // Fetched when there is something to send: most visits have nothing waiting.
      const { openAnswer } = await import('../keep/answer-keepers.ts')
      const waiting = answers.filter((one) => one.isSendWaiting)
      const keepers = await Promise.all(
        waiting.map((one) =>
          openAnswer({ personId: one.personId, questionId: one.questionId }, one.month),
        ),
      )
      await Promise.all(keepers.map((keeper) => keeper.flush()))
      await refetch()
      await client.invalidateQueries({ queryKey: ownQueries.months().queryKey })
      await client.invalidateQueries({ queryKey: ownQueries.tasks().queryKey })
    }
    void send().catch(() => undefined)
  }, [isOnline, isWaiting, client, refetch])
  return { answers, refetch }
}
