import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ErasureRefusal } from '@terreau/domain/retention/erasure-refusals'
import { call, fetchFile } from '../../lib/api.ts'
import { personalDataQueries } from './queries.ts'

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: personalDataQueries.all })
}

export function useAskOwnCopy() {
  return useMutation({ mutationFn: () => call('POST /me/exports'), onSuccess: useRefresh() })
}

export function useOpenOwnCopy(exportId: string) {
  return useMutation({
    mutationFn: () => fetchFile('POST /me/exports/:exportId/download', { params: { exportId } }),
    onSuccess: useRefresh(),
    gcTime: 0,
  })
}

export function useAskErasure() {
  return useMutation({
    mutationFn: () => call('POST /me/erasure-requests'),
    onSuccess: useRefresh(),
  })
}

export function useAskCopy(personId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /people/:personId/exports', { params: { personId }, body: { reason } }),
    onSuccess: useRefresh(),
  })
}

export function useOpenCopy(exportId: string) {
  return useMutation({
    mutationFn: () => fetchFile('POST /exports/:exportId/download', { params: { exportId } }),
    onSuccess: useRefresh(),
    gcTime: 0,
  })
}

export function usePlaceHold(personId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /people/:personId/holds', { params: { personId }, body: { reason } }),
    onSuccess: useRefresh(),
  })
}

export function useLiftHold(holdId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /holds/:holdId/lift', { params: { holdId }, body: { reason } }),
    onSuccess: useRefresh(),
  })
}

export function useErase(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { reference: string; reason: string }) =>
      call('POST /people/:personId/erasure', { params: { personId }, body }),
    // The name may be gone from every list.
    onSuccess: () => client.invalidateQueries(),
  })
}

export function useRefuseErasure(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (refusal: ErasureRefusal) =>
      call('POST /people/:personId/erasure-refusal', { params: { personId }, body: { refusal } }),
    // It leaves the work queue too.
    onSuccess: () => client.invalidateQueries(),
  })
}

export function useSwitchNightly() {
  return useMutation({
    mutationFn: (body: { isOn: boolean; reason: string }) =>
      call('POST /retention/nightly', { body }),
    onSuccess: useRefresh(),
  })
}
