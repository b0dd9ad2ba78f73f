import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, upload } from '../../../lib/api.ts'
import { contractQueries } from '../queries.ts'

export type Life = Api['GET /contracts/:contractId/life']['response']
export type Notice = Life['notices'][number]
export type Suspension = Life['suspensions'][number]
export type Exit = NonNullable<Life['exit']>
export type ExitReason = Exit['reason']
export type ExitStep = Exit['steps'][number]

export const lifeQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractQueries.all, 'life', contractId],
    queryFn: () => call('GET /contracts/:contractId/life', { params: { contractId } }),
  })

/** Every act reads again the contract, its life, the file of the person and the queue. */
export function useAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: contractQueries.all })
      await client.invalidateQueries({ queryKey: ['people'] })
      await client.invalidateQueries({ queryKey: ['home'] })
    },
  })
}

export function useSuspend(contractId: string) {
  return useAct((body: Api['POST /contracts/:contractId/suspensions']['body']) =>
    call('POST /contracts/:contractId/suspensions', { params: { contractId }, body }),
  )
}

export function useEndSuspension(contractId: string, { id, version }: Suspension) {
  return useAct((body: { endsOn: string | null }) =>
    call('PUT /contracts/:contractId/suspensions/:suspensionId', {
      params: { contractId, suspensionId: id },
      body,
      ifMatch: version,
    }),
  )
}

export function useCancelSuspension(contractId: string, { id }: Suspension) {
  return useAct((body: { reason: string }) =>
    call('POST /contracts/:contractId/suspensions/:suspensionId/cancellation', {
      params: { contractId, suspensionId: id },
      body,
    }),
  )
}

export function useRecordNotice(contractId: string, { event, recipient }: Notice) {
  return useAct(({ sentOn, file }: { sentOn: string; file: File }) =>
    upload('POST /contracts/:contractId/notices/:event/:recipient', file, {
      params: { contractId, event, recipient },
      query: { sentOn, fileName: file.name },
    }),
  )
}

export function useRegister(contractId: string) {
  return useAct((body: Api['POST /contracts/:contractId/registration']['body']) =>
    call('POST /contracts/:contractId/registration', { params: { contractId }, body }),
  )
}

export function useDeclareHire(contractId: string) {
  return useAct((body: Api['POST /contracts/:contractId/hire-declaration']['body']) =>
    call('POST /contracts/:contractId/hire-declaration', { params: { contractId }, body }),
  )
}

export function useNoteFixedPart(contractId: string, version: number) {
  return useAct((body: Api['PUT /contracts/:contractId/fixed-part']['body']) =>
    call('PUT /contracts/:contractId/fixed-part', {
      params: { contractId },
      body,
      ifMatch: version,
    }),
  )
}

export function useRecordAssociate(contractId: string) {
  return useAct(({ associateOn, file }: { associateOn: string; file: File }) =>
    upload('POST /contracts/:contractId/association', file, {
      params: { contractId },
      query: { associateOn, fileName: file.name },
    }),
  )
}

export function useEndContract(contractId: string, version: number) {
  return useAct((body: Api['POST /contracts/:contractId/exit']['body']) =>
    call('POST /contracts/:contractId/exit', { params: { contractId }, body, ifMatch: version }),
  )
}

export function useTickStep(contractId: string, step: ExitStep['step']) {
  return useAct((body: { note: string }) =>
    call('POST /contracts/:contractId/exit/steps/:step', { params: { contractId, step }, body }),
  )
}

export function useKeepPaper(contractId: string, step: ExitStep['step']) {
  return useAct(({ file }: { file: File }) =>
    upload('POST /contracts/:contractId/exit/papers/:step', file, {
      params: { contractId, step },
      query: { fileName: file.name },
    }),
  )
}
