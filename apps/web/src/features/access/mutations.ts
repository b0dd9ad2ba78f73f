import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { rememberSession } from '../../lib/last-session.ts'
import { sessionKey } from '../../lib/session.ts'
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

function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: accessQueries.all })
    await client.invalidateQueries({ queryKey: sessionKey })
  }
}

export function useInvite() {
  return useMutation({
    mutationFn: (body: Body<'POST /users'>) => call('POST /users', { body }),
    onSuccess: useRefresh(),
  })
}

export function useTakeRoleBack() {
  return useMutation({
    mutationFn: (params: Api['DELETE /users/:userId/roles/:role']['params']) =>
      call('DELETE /users/:userId/roles/:role', { params }),
    onSuccess: useRefresh(),
  })
}

export function useForgetSecondFactor() {
  return useMutation({
    mutationFn: (userId: string) =>
      call('DELETE /users/:userId/second-factor', { params: { userId } }),
    onSuccess: useRefresh(),
  })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: Body<'PUT /password'>) => call('PUT /password', { body }),
    onSuccess: useRefresh(),
  })
}

export function useBeginTotp() {
  return useMutation({
    mutationFn: (body: Body<'POST /totp'>) => call('POST /totp', { body }),
  })
}

export function useConfirmTotp() {
  return useMutation({
    mutationFn: (body: Body<'PUT /totp'>) => call('PUT /totp', { body }),
    onSuccess: useRefresh(),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('DELETE /session'),
    onSuccess: () => {
      rememberSession(null)
      client.clear()
    },
  })
}

export function useMoveSession() {
  return useMutation({
    mutationFn: (cooperativeId: string) =>
      call('PUT /session/cooperative', { body: { cooperativeId } }),
  })
}
