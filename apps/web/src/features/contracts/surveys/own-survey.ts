import { queryOptions, useMutation } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'

export type OwnSurvey = Api['GET /surveys/:token']['response']

export const ownSurveyQuery = (token: string) =>
  queryOptions({
    queryKey: ['exit-survey', token],
    queryFn: () => call('GET /surveys/:token', { params: { token } }),
    retry: false,
    // What is being typed stays on the page of whoever types it.
    refetchOnWindowFocus: false,
  })

export function useSendAnswers(token: string) {
  return useMutation({
    mutationFn: (body: Api['POST /surveys/:token']['body']) =>
      call('POST /surveys/:token', { params: { token }, body }),
  })
}
