import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { accessQueries } from './queries.ts'

type Body<R extends keyof Api> = Api[R]['body']

export function useRequestCode() {
  return useMutation({
    mutationFn: (body: Body<'POST /sign-in/code'>) => call('POST /sign-in/code', { body }),
  })
}

export function useEnterWithCode() {
  return useMutation({
    mutationFn: (body: Body<'POST /sign-in/code/check'>) =>
      call('POST /sign-in/code/check', { body }),
  })
}

export function useEnterWithLink() {
  return useMutation({
    mutationFn: (body: Body<'POST /sign-in/link'>) => call('POST /sign-in/link', { body }),
  })
}

export function useEnterWithPassword() {
  return useMutation({
    mutationFn: (body: Body<'POST /sign-in/password'>) => call('POST /sign-in/password', { body }),
  })
}

export function useEnterAsDemo() {
  return useMutation({
    mutationFn: (body: Body<'POST /sign-in/demo'>) => call('POST /sign-in/demo', { body }),
  })
}

export function useInstall() {
  return useMutation({
    mutationFn: (body: Body<'POST /installation'>) => call('POST /installation', { body }),
  })
}

export function useEndDevice() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sessionId: string) =>
      call('DELETE /sessions/:sessionId', { params: { sessionId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: accessQueries.all }),
  })
}
