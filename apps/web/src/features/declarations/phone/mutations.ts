import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { ownQueries } from './queries.ts'

interface OfMonth {
  month: string
  activity: string | undefined
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ownQueries.all })
}

export function useWithdraw({ month, activity }: OfMonth) {
  return useMutation({
    mutationFn: () =>
      call('POST /me/declarations/:month/withdrawal', { params: { month }, query: { activity } }),
    onSuccess: useRefresh(),
  })
}

type RecapBody = Api['POST /me/declarations/:month/recap-answer']['body']

export function useAnswerRecap({ month, activity }: OfMonth) {
  return useMutation({
    mutationFn: (body: RecapBody) =>
      call('POST /me/declarations/:month/recap-answer', {
        params: { month },
        query: { activity },
        body,
      }),
    onSuccess: useRefresh(),
  })
}
