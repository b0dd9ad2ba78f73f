import { useSearchParams } from 'wouter'
import type { DeadlinesFilter } from './queries.ts'

export const DEADLINE_VIEWS = ['coming', 'passed'] as const
export type DeadlineView = (typeof DEADLINE_VIEWS)[number]

/** What the list can be narrowed to. */
export const DEADLINE_KINDS = [
  'cape-term',
  'cape-notice',
  'pre-hire-declaration',
  'permit-check',
  'trial',
  'associate-deadline',
  'interviews',
  'permit-expiry',
  'variable-pay',
] as const

export type ChosenFilter = DeadlinesFilter & { view: DeadlineView }

/** What the address asks for. */
export function useDeadlineFilter(): ChosenFilter {
  const [params] = useSearchParams()
  const kind = DEADLINE_KINDS.find((name) => name === params.get('quoi'))
  const adviser = params.get('suivi')
  return {
    view: DEADLINE_VIEWS.find((name) => name === params.get('vue')) ?? 'coming',
    ...(kind === undefined ? {} : { kind }),
    ...(adviser === null ? {} : { adviser }),
  }
}
