import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { type Api, call, upload } from '../../lib/api.ts'
import { sessionKey } from '../../lib/session.ts'

export type SignatureLine = Api['GET /signatures']['response']['signatures'][number]
export type Signature = Api['GET /signatures/:signatureId']['response']
export type Party = Signature['parties'][number]
export type View = NonNullable<Api['GET /signatures']['query']['view']>

const all = ['signatures'] as const

export const signatureQueries = {
  list: (view: View) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', view],
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) =>
        call('GET /signatures', { query: { view, after: pageParam || undefined }, signal }),
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  detail: (signatureId: string) =>
    queryOptions({
      queryKey: [...all, 'detail', signatureId],
      queryFn: () => call('GET /signatures/:signatureId', { params: { signatureId } }),
    }),
  /** What was sent never changes. */
  text: (signatureId: string) =>
    queryOptions({
      queryKey: [...all, 'text', signatureId],
      queryFn: () => call('GET /signatures/:signatureId/text', { params: { signatureId } }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
}

/** The party whose turn it is, or whose paper waits for a second look. */
export function partyInTurn(signature: Signature): Party | undefined {
  if (signature.state !== 'waiting') return undefined
  return signature.parties.find(({ state }) => state === 'asked' || state === 'to_check')
}

/**
 * A signature moves the contract, the person's file and the queue: all are read again. Nobody waits for it,
 * because the page that acted has nothing left to act for and goes elsewhere first.
 */
function useRefresh() {
  const client = useQueryClient()
  return () => void client.invalidateQueries()
}

export function useRemind(signatureId: string) {
  return useMutation({
    mutationFn: () => call('POST /signatures/:signatureId/reminder', { params: { signatureId } }),
    onSuccess: useRefresh(),
  })
}

export function useNoteHelp(signatureId: string) {
  return useMutation({
    mutationFn: () =>
      call('POST /signatures/:signatureId/help-answer', { params: { signatureId } }),
    onSuccess: useRefresh(),
  })
}

export function useWithdraw(signatureId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /signatures/:signatureId/withdrawal', {
        params: { signatureId },
        body: { reason },
      }),
    onSuccess: useRefresh(),
  })
}

export function useCountersign() {
  return useMutation({
    mutationFn: (signatures: Api['POST /signatures/countersignatures']['body']['signatures']) =>
      call('POST /signatures/countersignatures', { body: { signatures } }),
    onSuccess: useRefresh(),
  })
}

export function useNoteShare(signatureId: string) {
  return useMutation({
    mutationFn: (by: Api['POST /signatures/:signatureId/shares']['body']['by']) =>
      call('POST /signatures/:signatureId/shares', { params: { signatureId }, body: { by } }),
  })
}

/** The session is read again first: the page, and everything the server opens, follows it. */
export function useHandOver(signatureId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Api['POST /signatures/:signatureId/handover']['body']) =>
      call('POST /signatures/:signatureId/handover', { params: { signatureId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  })
}

export function useOfficeCode(signatureId: string) {
  return useMutation({
    mutationFn: (position: number) =>
      call('POST /signatures/:signatureId/office-code', {
        params: { signatureId },
        body: { position },
      }),
  })
}

/** The code that this member of staff tells a person without an address; shown once, kept nowhere. */
export function useGiveCode(signatureId: string) {
  return useMutation({
    mutationFn: (position: number) =>
      call('POST /signatures/:signatureId/colleague-code', {
        params: { signatureId },
        body: { position },
      }),
  })
}

export function useSignInOffice(signatureId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /signatures/:signatureId/office-signature']['body']) =>
      call('POST /signatures/:signatureId/office-signature', { params: { signatureId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useAddPaper(signatureId: string) {
  return useMutation({
    mutationFn: ({ file, ...query }: { file: File; position: number; signedOn: string }) =>
      upload('POST /signatures/:signatureId/paper-scans', file, {
        params: { signatureId },
        query: { ...query, fileName: file.name.slice(0, 200) },
      }),
    onSuccess: useRefresh(),
  })
}

export function useCheckPaper(signatureId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /signatures/:signatureId/paper-check']['body']) =>
      call('POST /signatures/:signatureId/paper-check', { params: { signatureId }, body }),
    onSuccess: useRefresh(),
  })
}
