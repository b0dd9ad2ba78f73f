import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'

export type OwnWelcome = Api['GET /me/welcome']['response']
export type OwnPiece = OwnWelcome['pieces'][number]
export type Question = Api['PUT /me/welcome/answers/:question']['params']['question']

export const welcomeQuery = queryOptions({
  queryKey: ['own-welcome'],
  queryFn: () => call('GET /me/welcome'),
})
