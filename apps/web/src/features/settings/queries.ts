import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type DatedSettingRow = Api['GET /settings']['response'][number]
export type SchemeRow = Api['GET /schemes']['response'][number]
export type RateRow = Api['GET /exchange-rates']['response'][number]
export type SigningKeyRow = Api['GET /attestation-keys']['response']['keys'][number]
export type Cooperative = Api['GET /cooperative']['response']

const all = ['settings'] as const

export const settingsQueries = {
  all,
  cooperative: () =>
    queryOptions({ queryKey: [...all, 'cooperative'], queryFn: () => call('GET /cooperative') }),
  values: () =>
    queryOptions({ queryKey: [...all, 'values'], queryFn: () => call('GET /settings') }),
  schemes: () =>
    queryOptions({ queryKey: [...all, 'schemes'], queryFn: () => call('GET /schemes') }),
  signing: () =>
    queryOptions({ queryKey: [...all, 'signing'], queryFn: () => call('GET /attestation-keys') }),
  rates: () =>
    queryOptions({ queryKey: [...all, 'rates'], queryFn: () => call('GET /exchange-rates') }),
}
