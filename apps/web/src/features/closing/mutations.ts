import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { closingQueries } from './queries.ts'

type CloseBody = Api['POST /closings/:month']['body']
type Decision = Api['POST /closings/:month/nil']['body']

/** What a decision or a closing changes: months, accounts, declarations, the work queue. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: closingQueries.all })
    for (const key of ['ledger', 'declarations', 'home']) {
      void client.invalidateQueries({ queryKey: [key] })
    }
  }
}

export function useDecide(month: string) {
  return useMutation({
    mutationFn: (body: Decision) => call('POST /closings/:month/nil', { params: { month }, body }),
    onSuccess: useRefresh(),
  })
}

export function useTakeBack(month: string) {
  return useMutation({
    mutationFn: (of: { activityId: string; personId: string }) =>
      call('DELETE /closings/:month/postponements/:activityId/:personId', {
        params: { month, ...of },
      }),
    onSuccess: useRefresh(),
  })
}

/** Asks again for the statements of a closed month that are not there. */
export function useRetryStatements(month: string) {
  return useMutation({
    mutationFn: (body: Api['POST /closings/:month/statements']['body']) =>
      call('POST /closings/:month/statements', { params: { month }, body }),
    onSuccess: useRefresh(),
  })
}

/** Asks another person to agree, where the cooperative wants two for a closing. */
export function useAskToClose(month: string) {
  return useMutation({
    mutationFn: (body: CloseBody) =>
      call('POST /approvals', { body: { act: 'close-month', month, ...body } }),
    onSuccess: useRefresh(),
  })
}

/** `onClosed` belongs to the act and not to the form, which leaves the page with the open month. */
export function useCloseMonth(month: string, onClosed: () => void) {
  const client = useQueryClient()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: CloseBody) => call('POST /closings/:month', { params: { month }, body }),
    onSuccess: () => {
      client.setQueryData(closingQueries.list().queryKey, (known) =>
        known?.map((one) => (one.month === month ? { ...one, state: 'closed' as const } : one)),
      )
      onClosed()
      void refresh()
    },
  })
}
