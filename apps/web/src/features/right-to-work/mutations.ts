import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, fetchFile, upload } from '../../lib/api.ts'
import { rightToWorkQueries } from './queries.ts'

/** A draft says whether the right to work still stops it: contracts are read again too. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: rightToWorkQueries.all })
    await client.invalidateQueries({ queryKey: ['contracts'] })
  }
}

export function useRecordPermit(personId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /people/:personId/permits']['body']) =>
      call('POST /people/:personId/permits', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useProlong(permitId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /permits/:permitId/prolongations']['body']) =>
      call('POST /permits/:permitId/prolongations', { params: { permitId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useLookAtNumber(permitId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /permits/:permitId/number-look', { params: { permitId }, body: { reason } }),
    onSuccess: useRefresh(),
    gcTime: 0,
  })
}

export function useLookAtScan(documentId: string, version: number) {
  return useMutation({
    mutationFn: (reason: string) =>
      fetchFile('POST /documents/:documentId/versions/:version/look', {
        params: { documentId, version },
        body: { reason },
      }),
    onSuccess: useRefresh(),
    gcTime: 0,
  })
}

export function useRecordCheck(personId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /people/:personId/hire-checks']['body']) =>
      call('POST /people/:personId/hire-checks', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useAnswerCheck(checkId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /hire-checks/:checkId/answer']['body']) =>
      call('POST /hire-checks/:checkId/answer', { params: { checkId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useDecide(personId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /people/:personId/work-decisions']['body']) =>
      call('POST /people/:personId/work-decisions', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

interface NewPaper {
  kind: 'residence_permit' | 'renewal_receipt'
  expiresOn: string
  file: File
}

export function useSendPaper() {
  return useMutation({
    mutationFn: ({ kind, expiresOn, file }: NewPaper) =>
      upload('POST /me/documents', file, { query: { kind, expiresOn, fileName: file.name } }),
    onSuccess: useRefresh(),
  })
}
