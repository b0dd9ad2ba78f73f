import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { tutoringQueries } from '../queries.ts'

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: tutoringQueries.all })
}

export function useSaveOwnProfile(version: number) {
  return useMutation({
    mutationFn: (body: Api['PUT /me/tutoring/profile']['body']) =>
      call('PUT /me/tutoring/profile', { body, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useAcceptCharter() {
  return useMutation({
    mutationFn: (version: number) => call('POST /me/tutoring/charter', { body: { version } }),
    onSuccess: useRefresh(),
  })
}

export function useAskNeed() {
  return useMutation({
    mutationFn: (body: Api['POST /me/tutoring/needs']['body']) =>
      call('POST /me/tutoring/needs', { body }),
    onSuccess: useRefresh(),
  })
}

export function useWithdrawOwnNeed() {
  return useMutation({
    mutationFn: (needId: string) =>
      call('POST /me/tutoring/needs/:needId/withdrawal', { params: { needId } }),
    onSuccess: useRefresh(),
  })
}

export function useAskNeedFor() {
  return useMutation({
    mutationFn: (body: Api['POST /tutoring/needs']['body']) =>
      call('POST /tutoring/needs', { body }),
    onSuccess: useRefresh(),
  })
}

export function useWithdrawNeed() {
  return useMutation({
    mutationFn: (needId: string) =>
      call('POST /tutoring/needs/:needId/withdrawal', { params: { needId } }),
    onSuccess: useRefresh(),
  })
}

export function useSaveProfile(personId: string, version: number) {
  return useMutation({
    mutationFn: (body: Api['PUT /tutoring/profiles/:personId']['body']) =>
      call('PUT /tutoring/profiles/:personId', { params: { personId }, body, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function usePublishCharter(version: number) {
  return useMutation({
    mutationFn: (body: string) =>
      call('POST /tutoring/charter', { body: { body }, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}
