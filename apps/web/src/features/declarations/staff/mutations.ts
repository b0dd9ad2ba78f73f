import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { type CorrectedLines, reviewQueries } from './queries.ts'

/** A verdict moves the queue, the file of the person, the account and the closing: all are read anew. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: reviewQueries.all })
    await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  }
}

export function useAccept() {
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      call('POST /declarations/:id/acceptance', { params: { id }, ifMatch: version }),
    onSettled: useRefresh(),
  })
}

export function useAcceptMany() {
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      call('POST /declarations/acceptances', { body: { ids: [...ids] } }),
    onSettled: useRefresh(),
  })
}

/** Undoes one acceptance or several, the last first. */
export function useUndoAcceptances() {
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids.toReversed()) {
        await call('DELETE /declarations/:id/acceptance', { params: { id } })
      }
    },
    onSettled: useRefresh(),
  })
}

export function useAsk() {
  return useMutation({
    mutationFn: ({ id, lineId, text }: { id: string; lineId: string | null; text: string }) =>
      call('POST /declarations/:id/questions', { params: { id }, body: { lineId, text } }),
    onSuccess: useRefresh(),
  })
}

export function useTakeBackQuestion() {
  return useMutation({
    mutationFn: ({ id, questionId }: { id: string; questionId: string }) =>
      call('DELETE /declarations/:id/questions/:questionId', { params: { id, questionId } }),
    onSettled: useRefresh(),
  })
}

export function useReturn() {
  return useMutation({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      call('POST /declarations/:id/return', { params: { id }, body: { reason }, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useUndoReturn() {
  return useMutation({
    mutationFn: (id: string) => call('DELETE /declarations/:id/return', { params: { id } }),
    onSettled: useRefresh(),
  })
}

export function useCorrect() {
  return useMutation({
    mutationFn: (change: { id: string; version: number; reason: string; lines: CorrectedLines }) =>
      call('PUT /declarations/:id/lines', {
        params: { id: change.id },
        body: { reason: change.reason, lines: change.lines },
        ifMatch: change.version,
      }),
    onSuccess: useRefresh(),
  })
}

type DeclareForBody = Api['POST /people/:personId/declarations/:month']['body']

export function useDeclareFor() {
  return useMutation({
    mutationFn: (of: {
      personId: string
      month: string
      activity: string | undefined
      body: DeclareForBody
    }) =>
      call('POST /people/:personId/declarations/:month', {
        params: { personId: of.personId, month: of.month },
        query: { activity: of.activity },
        body: of.body,
        idempotencyKey: of.body.clientId,
      }),
    onSuccess: useRefresh(),
  })
}

export function useRemindMissing(month: string) {
  return useMutation({
    mutationFn: () => call('POST /months/:month/declaration-reminders', { params: { month } }),
    onSuccess: useRefresh(),
  })
}

type Call = Api['POST /people/:personId/declaration-calls']['body']

export function useRecordCall(personId: string) {
  return useMutation({
    mutationFn: (body: Call) =>
      call('POST /people/:personId/declaration-calls', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

type ShareBy = Api['POST /people/:personId/declaration-shares']['body']['by']

export function useNoteMonthShare(month: string) {
  return useMutation({
    mutationFn: ({ personId, by }: { personId: string; by: ShareBy }) =>
      call('POST /people/:personId/declaration-shares', {
        params: { personId },
        body: { month, by },
      }),
    onSuccess: useRefresh(),
  })
}

export function useNoteRecapShare(id: string) {
  return useMutation({
    mutationFn: (by: ShareBy) =>
      call('POST /declarations/:id/recap-shares', { params: { id }, body: { by } }),
    onSuccess: useRefresh(),
  })
}

type NotedExpenses = Api['POST /expenses/acts']['body']

export function useNoteExpenses() {
  return useMutation({
    mutationFn: (body: NotedExpenses) => call('POST /expenses/acts', { body }),
    onSuccess: useRefresh(),
  })
}

export function useExportExpenses() {
  return useMutation({
    mutationFn: () => call('POST /expenses/exports'),
    onSuccess: useRefresh(),
  })
}

type BankCredit = Api['PUT /declarations/:id/sales/:lineId/bank-credit']['body']

export function useNoteBankCredit(id: string, lineId: string) {
  return useMutation({
    mutationFn: (body: BankCredit) =>
      call('PUT /declarations/:id/sales/:lineId/bank-credit', { params: { id, lineId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useWithdrawBankCredit(id: string) {
  return useMutation({
    mutationFn: (lineId: string) =>
      call('DELETE /declarations/:id/sales/:lineId/bank-credit', { params: { id, lineId } }),
    onSettled: useRefresh(),
  })
}
