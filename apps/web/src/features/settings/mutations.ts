import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, upload } from '../../lib/api.ts'
import { askOrAct } from '../../lib/ask-or-act.ts'
import { sessionKey } from '../../lib/session.ts'
import { settingsQueries } from './queries.ts'

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: settingsQueries.all })
}

export function useEditCooperative(version: number) {
  const client = useQueryClient()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: Api['PUT /cooperative']['body']) =>
      call('PUT /cooperative', { body, ifMatch: version }),
    onSuccess: async () => {
      await refresh()
      await client.invalidateQueries({ queryKey: sessionKey })
    },
  })
}

export function useChangeLogo() {
  return useMutation({
    mutationFn: (file: File) =>
      upload('PUT /cooperative/logo', file, { query: { fileName: file.name } }),
    onSuccess: useRefresh(),
  })
}

export function useRemoveLogo() {
  return useMutation({
    mutationFn: () => call('DELETE /cooperative/logo'),
    onSuccess: useRefresh(),
  })
}

export function useEnterSetting() {
  return useMutation({
    mutationFn: (body: Api['POST /settings']['body']) =>
      askOrAct(() => call('POST /settings', { body }), {
        act: 'one-person-again',
        validFrom: body.validFrom,
        source: body.source,
      }),
    onSuccess: useRefresh(),
  })
}

export function useCreateScheme() {
  return useMutation({
    mutationFn: (scheme: Api['POST /schemes']['body']) =>
      askOrAct(() => call('POST /schemes', { body: scheme }), { act: 'decide-scheme', scheme }),
    onSuccess: useRefresh(),
  })
}

/** Nothing to refresh: a simulation changes nothing. */
export function useSimulateScheme() {
  return useMutation({
    mutationFn: (body: Api['POST /scheme-simulations']['body']) =>
      call('POST /scheme-simulations', { body }),
  })
}

type RateCall = Api['PUT /exchange-rates/:month/:currency']

export function useEnterRate() {
  return useMutation({
    mutationFn: ({ params, body }: { params: RateCall['params']; body: RateCall['body'] }) =>
      call('PUT /exchange-rates/:month/:currency', { params, body }),
    onSuccess: useRefresh(),
  })
}

export function useRotateSigningKey() {
  return useMutation({
    mutationFn: (body: Api['POST /attestation-keys/rotation']['body']) =>
      call('POST /attestation-keys/rotation', { body }),
    onSuccess: useRefresh(),
  })
}

export function useGiveCertificate() {
  return useMutation({
    mutationFn: async ({ file, password }: { file: File; password: string }) =>
      call('POST /attestation-keys/certificate', {
        body: { p12: inBase64(await file.arrayBuffer()), password },
      }),
    onSuccess: useRefresh(),
  })
}

function inBase64(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
}

export function useLoadRates() {
  return useMutation({
    mutationFn: (file: File) => upload('POST /exchange-rates/file', file, {}),
    onSuccess: useRefresh(),
  })
}
