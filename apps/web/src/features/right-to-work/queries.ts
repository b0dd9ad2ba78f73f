import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type RightToWorkView = Api['GET /people/:personId/right-to-work']['response']
export type AnswerView = RightToWorkView['answers'][number]
export type PermitView = NonNullable<RightToWorkView['permit']>
export type HireCheck = RightToWorkView['checks'][number]
export type PermitKind = PermitView['kind']

export type Scan = Api['GET /people/:personId/documents']['response']['documents'][number]

/** The papers of the right to work among all kinds of papers. */
export const GUARDED_KINDS = [
  'residence_permit',
  'renewal_receipt',
  'work_authorisation',
  'prefecture_proof',
] as const

const all = ['right-to-work'] as const

export const rightToWorkQueries = {
  all,
  person: (personId: string, on: string | undefined) =>
    queryOptions({
      queryKey: [...all, 'person', personId, on ?? 'today'],
      queryFn: () =>
        call('GET /people/:personId/right-to-work', { params: { personId }, query: { on } }),
      placeholderData: (previous) => previous,
    }),
  scans: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'scans', personId],
      queryFn: () => call('GET /people/:personId/documents', { params: { personId } }),
    }),
  own: () =>
    queryOptions({ queryKey: [...all, 'own'], queryFn: () => call('GET /me/right-to-work') }),
  ownLooks: () =>
    queryOptions({ queryKey: [...all, 'own-looks'], queryFn: () => call('GET /me/looks') }),
}
