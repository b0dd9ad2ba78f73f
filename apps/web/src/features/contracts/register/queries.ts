import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, fetchFile } from '../../../lib/api.ts'

export type Register = Api['GET /staff-register']['response']
export type RegisterEntry = Register['entries'][number]
export type HireToEnter = Register['toEnter'][number]

export const registerQuery = queryOptions({
  queryKey: ['contracts', 'register'],
  queryFn: () => call('GET /staff-register'),
})

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: registerQuery.queryKey })
}

export function useEnterHire(contractId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /contracts/:contractId/register-entry']['body']) =>
      call('POST /contracts/:contractId/register-entry', { params: { contractId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useNoteChange() {
  return useMutation({
    mutationFn: (body: Api['POST /staff-register/notes']['body']) =>
      call('POST /staff-register/notes', { body }),
    onSuccess: useRefresh(),
  })
}

export function useCopyRegister() {
  return useMutation({
    mutationFn: (body: Api['POST /staff-register/copies']['body']) =>
      fetchFile('POST /staff-register/copies', { body }),
  })
}
