import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type Approval = Api['GET /approvals/:approvalId']['response']
export type View = NonNullable<Api['GET /approvals']['query']['view']>

const all = ['approvals'] as const

export const approvalQueries = {
  list: (view: View) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', view],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /approvals', { query: { view, after: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
      staleTime: 0,
    }),
  detail: (approvalId: string) =>
    queryOptions({
      queryKey: [...all, 'detail', approvalId],
      queryFn: () => call('GET /approvals/:approvalId', { params: { approvalId } }),
      staleTime: 0,
    }),
}

/** An answer may close a month, change a rate or an account: everything is read again. */
function useRefresh() {
  const client = useQueryClient()
  return () => void client.invalidateQueries()
}

export function useAgree(approvalId: string) {
  return useMutation({
    mutationFn: (fingerprint: string) =>
      call('POST /approvals/:approvalId/agreement', {
        params: { approvalId },
        body: { fingerprint },
      }),
    onSuccess: useRefresh(),
  })
}

export function useRefuse(approvalId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /approvals/:approvalId/refusal', { params: { approvalId }, body: { reason } }),
    onSuccess: useRefresh(),
  })
}
