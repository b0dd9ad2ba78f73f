import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Api, call, upload } from '../../lib/api.ts'
import { looksQuery } from '../../lib/looks-query.ts'
import { type HireCheck, type PermitView, rightToWorkQueries } from './queries.ts'

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

/** A scan that came later goes to the paper that is recorded already. */
export function useAddScan(personId: string, permit: PermitView) {
  return useMutation({
    mutationFn: async (file: File) => {
      const documentId = await keepScan(personId, permit, file)
      const body = { documentIds: [documentId] }
      return call('POST /permits/:permitId/scans', { params: { permitId: permit.id }, body })
    },
    onSuccess: useRefresh(),
  })
}

/** A scan that is in the file already, which the person sent, is of the current paper. */
export function useBindScan(permitId: string) {
  return useMutation({
    mutationFn: (documentId: string) =>
      call('POST /permits/:permitId/scans', {
        params: { permitId },
        body: { documentIds: [documentId] },
      }),
    onSuccess: useRefresh(),
  })
}

/** A paper that the person sent cannot serve; the person reads why. */
export function useRefusePaper(documentId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /documents/:documentId/refusal', { params: { documentId }, body: { reason } }),
    onSuccess: useRefresh(),
  })
}

async function keepScan(
  personId: string,
  paper: Pick<PaperBody, 'kind' | 'validUntil'>,
  file: File,
): Promise<string> {
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

type CheckKind = HireCheck['kind']

/** The proof first, once even when the step is refused and sent again; then the step that names it. */
export function useRecordCheck(personId: string) {
  const kept = useRef(new Map<File, string>())
  return useMutation({
    mutationFn: async ({
      file,
      ...check
    }: {
      kind: CheckKind
      doneOn: string
      file: File | null
    }) => {
      const documentId = file
        ? await keepProof(kept.current, personId, check.kind, file)
        : undefined
      const body = { ...check, documentId }
      return call('POST /people/:personId/hire-checks', { params: { personId }, body })
    },
    onSuccess: useRefresh(),
  })
}

/** The paper that proves a step that is recorded already. */
export function useProveCheck(personId: string, check: Pick<HireCheck, 'id' | 'kind'>) {
  return useMutation({
    mutationFn: async (file: File) => {
      const documentId = await keepProof(new Map(), personId, check.kind, file)
      return call('POST /hire-checks/:checkId/proof', {
        params: { checkId: check.id },
        body: { documentId },
      })
    },
    onSuccess: useRefresh(),
  })
}

async function keepProof(
  kept: Map<File, string>,
  personId: string,
  check: CheckKind,
  file: File,
): Promise<string> {
  const known = kept.get(file)
  if (known !== undefined) return known
  const kind = check === 'job_seeker' ? 'job_seeker_registration' : 'prefecture_proof'
  const { documentId } = await upload('POST /people/:personId/documents', file, {
    params: { personId },
    query: { kind, fileName: file.name },
  })
  kept.set(file, documentId)
  return documentId
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
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, expiresOn, file }: NewPaper) =>
      upload('POST /me/documents', file, { query: { kind, expiresOn, fileName: file.name } }),
    // The list of what is left to do changes too, on the first page.
    onSuccess: () => client.invalidateQueries(),
  })
}

/** The last day of a paper that was recorded without one, or why it has none. */
export function useStateEnd(permitId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /permits/:permitId/end']['body']) =>
      call('POST /permits/:permitId/end', { params: { permitId }, body }),
    onSuccess: useRefresh(),
  })
}
