import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, upload } from '../../lib/api.ts'
import { askOrAct } from '../../lib/ask-or-act.ts'
import { looksQuery } from '../../lib/looks-query.ts'
import { documentQueries, type NumberKind, type PaperKind } from './queries.ts'

export interface NewPaper {
  kind: PaperKind
  file: File
  expiresOn: string
  /** The paper that it replaces; empty for a new one. */
  documentId: string
}

export function useAddPaper(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, file, expiresOn, documentId }: NewPaper) =>
      upload('POST /people/:personId/documents', file, {
        params: { personId },
        query: {
          kind,
          fileName: file.name,
          ...(expiresOn === '' ? {} : { expiresOn }),
          ...(documentId === '' ? {} : { documentId }),
        },
      }),
    onSuccess: () => client.invalidateQueries(documentQueries.papers(personId)),
  })
}

export function useEnterNumber(personId: string, kind: NumberKind) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (value: string) => {
      let isKnownElsewhere = false
      const write = async () => {
        const params = { personId, kind }
        const answer = await call('PUT /people/:personId/numbers/:kind', {
          params,
          body: { value },
        })
        isKnownElsewhere = answer.isKnownElsewhere
      }
      const approvalId = await askOrAct(write, { act: 'change-iban', personId, value })
      return { approvalId, isKnownElsewhere }
    },
    onSuccess: () => client.invalidateQueries(documentQueries.numbers(personId)),
  })
}

export function useLookAtNumber(personId: string, kind: NumberKind) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /people/:personId/numbers/:kind/look', {
        params: { personId, kind },
        body: { reason },
      }),
    onSuccess: () => client.invalidateQueries(looksQuery(personId)),
    gcTime: 0,
  })
}
