import { queryOptions } from '@tanstack/react-query'
import { call } from './api.ts'

/** The months kept here, newest first, and which are closed. */
export const closingsQuery = () =>
  queryOptions({ queryKey: ['closing', 'list'], queryFn: () => call('GET /closings') })
