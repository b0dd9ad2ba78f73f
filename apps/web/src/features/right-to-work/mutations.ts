import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Api, call, upload } from '../../lib/api.ts'
import { looksQuery } from '../../lib/looks-query.ts'
import { rightToWorkQueries } from './queries.ts'

/** A draft says whether the right to work still stops it: contracts are read again too. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: rightToWorkQueries.all })
    await client.invalidateQueries({ queryKey: ['contracts'] })
  }
}

type PaperBody = Omit<Api['POST /people/:personId/permits']['body'], 'documentIds'>

/** The scans first, each once even when the paper is refused and sent again; then the paper that names them. */
export function useRecordPermit(personId: string) {
  const kept = useRef(new Map<File, string>())
  return useMutation({
    mutationFn: async ({ paper, files }: { paper: PaperBody; files: readonly File[] }) => {
      const documentIds: string[] = []
      for (const file of files) {
        const documentId = kept.current.get(file) ?? (await keepScan(personId, paper, file))
        kept.current.set(file, documentId)
        documentIds.push(documentId)
      }
      const body = { ...paper, documentIds }
      return call('POST /people/:personId/permits', { params: { personId }, body })
    },
    onSuccess: useRefresh(),
  })
}

async function keepScan(personId: string, paper: PaperBody, file: File): Promise<string> {
  const kind = paper.kind === 'renewal_receipt' ? 'renewal_receipt' : 'residence_permit'
  const expiresOn = paper.validUntil ?? undefined
  const { documentId } = await upload('POST /people/:personId/documents', file, {
    params: { personId },
    query: { kind, fileName: file.name, expiresOn },
  })
  return documentId
}

export function useProlong(permitId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /permits/:permitId/prolongations']['body']) =>
      call('POST /permits/:permitId/prolongations', { params: { permitId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useLookAtNumber(personId: string, permitId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /permits/:permitId/number-look', { params: { permitId }, body: { reason } }),
    onSuccess: () => client.invalidateQueries(looksQuery(personId)),
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
