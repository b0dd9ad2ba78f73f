import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

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
}
