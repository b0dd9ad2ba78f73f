import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { useAct } from '../life/queries.ts'
import { contractQueries } from '../queries.ts'

export type Survey = Api['GET /contracts/:contractId/surveys']['response'][number]
export type RoundFigures = Api['GET /exit-survey-figures']['response'][number]

export const surveysQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractQueries.all, 'surveys', contractId],
    queryFn: () => call('GET /contracts/:contractId/surveys', { params: { contractId } }),
  })

export const surveyFiguresQuery = (year: number) =>
  queryOptions({
    queryKey: [...contractQueries.all, 'survey-figures', year],
    queryFn: () => call('GET /exit-survey-figures', { query: { year } }),
  })

export function useShareSurvey(surveyId: string) {
  return useAct((_: undefined) =>
    call('POST /exit-surveys/:surveyId/link', { params: { surveyId } }),
  )
}

export function useRecordAnswer(surveyId: string) {
  return useAct((body: Api['POST /exit-surveys/:surveyId/answer']['body']) =>
    call('POST /exit-surveys/:surveyId/answer', { params: { surveyId }, body }),
  )
}
