import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, fetchFile } from '../../../lib/api.ts'

export type Template = NonNullable<Api['GET /attestation-templates']['query']>
export type TrialQuery = NonNullable<Api['GET /attestation-templates/preview']['query']>
export type TemplateVersion = Api['GET /attestation-templates']['response'][number]

const all = ['attestation-templates'] as const

export const templateQueries = {
  versions: (query: Template) =>
    queryOptions({
      queryKey: [...all, query.kind, query.locale],
      queryFn: () => call('GET /attestation-templates', { query }),
    }),
  /** Whether the document can be drawn with this text; it opens at its own address. */
  trial: (query: TrialQuery) =>
    queryOptions({
      queryKey: ['attestation-template-trial', query],
      queryFn: async () => (await fetchFile('GET /attestation-templates/preview', { query })).size,
    }),
}

export function usePublishTemplate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Api['POST /attestation-templates']['body']) =>
      call('POST /attestation-templates', { body }),
    // After a refusal too: somebody else may have published meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: all }),
  })
}
