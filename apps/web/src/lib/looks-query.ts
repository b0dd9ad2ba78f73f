import { queryOptions } from '@tanstack/react-query'
import { call } from './api.ts'

/** Who opened what of a person. */
export const looksQuery = (personId: string) =>
  queryOptions({
    queryKey: ['looks', personId],
    queryFn: () => call('GET /people/:personId/looks', { params: { personId } }),
  })
