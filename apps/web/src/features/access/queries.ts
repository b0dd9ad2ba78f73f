import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type Device = Api['GET /sessions']['response'][number]
export type TeamMember = Api['GET /users']['response'][number]
export type Mail = Api['GET /mails']['response']['mails'][number]
export type JournalEntry = Api['GET /audit']['response']['entries'][number]
export type JournalQuery = Api['GET /audit']['query']

const all = ['access'] as const

export const accessQueries = {
  all,
  installation: () =>
    queryOptions({
      queryKey: [...all, 'installation'],
      queryFn: () => call('GET /installation'),
    }),
  devices: () =>
    queryOptions({ queryKey: [...all, 'devices'], queryFn: () => call('GET /sessions') }),
  users: () => queryOptions({ queryKey: [...all, 'users'], queryFn: () => call('GET /users') }),
  mails: (before: string | undefined) =>
    queryOptions({
      queryKey: [...all, 'mails', before],
      queryFn: () => call('GET /mails', { query: before === undefined ? {} : { before } }),
    }),
  journal: (query: JournalQuery) =>
    queryOptions({
      queryKey: [...all, 'journal', query],
      queryFn: () => call('GET /audit', { query }),
    }),
}
