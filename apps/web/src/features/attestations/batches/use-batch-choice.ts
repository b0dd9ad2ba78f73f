import { useQuery } from '@tanstack/react-query'
import { BATCH_KINDS, type BatchKind, hasMonths } from '@terreau/domain/attestations/kinds'
import { localDate } from '@terreau/domain/time/local-date'
import { monthOf, nextMonth, parseYearMonth, previousMonth } from '@terreau/domain/time/year-month'
import { useSearchParams } from 'wouter'
import { closingsQuery } from '../../../lib/closings-query.ts'
import { todayInZone } from '../../../lib/today.ts'
import type { Choice } from './queries.ts'

export const GROUPS = ['cape', 'cesa', 'all'] as const
export type Group = (typeof GROUPS)[number]

/** The table with everybody, or with those only of whom something is missing. */
export const BATCH_VIEWS = ['toutes', 'incompletes'] as const
export type BatchView = (typeof BATCH_VIEWS)[number]

interface BatchChoice {
  kind: BatchKind
  group: Group
  from: string
  to: string
  q: string
}

/**
 * What to issue and for whom, held in the address: the page can be sent to a colleague. Figures are certified
 * once their month is closed, so the last closed one is proposed.
 */
export function useBatchChoice() {
  const [params, setParams] = useSearchParams()
  const { data: kept, isPending } = useQuery(closingsQuery())
  const last =
    kept?.find(({ state }) => state === 'closed')?.month ??
    previousMonth(monthOf(localDate(todayInZone())))
  const choice: BatchChoice = {
    kind: BATCH_KINDS.find((kind) => kind === params.get('type')) ?? 'monthly_income',
    group: GROUPS.find((group) => group === params.get('contrat')) ?? 'all',
    from: params.get('de') ?? last,
    to: params.get('a') ?? params.get('de') ?? last,
    q: params.get('q') ?? '',
  }
  const names = { kind: 'type', group: 'contrat', from: 'de', to: 'a', q: 'q' } as const
  const choose = (name: keyof typeof names, value: string) => {
    const next = new URLSearchParams(params)
    if (value === '') next.delete(names[name])
    else next.set(names[name], value)
    setParams(next, { replace: true })
  }
  const months = hasMonths(choice.kind) ? monthsFromTo(choice.from, choice.to) : []
  const query: Choice = {
    kind: choice.kind,
    group: choice.group,
    months: months.join(','),
    ...(choice.q === '' ? {} : { q: choice.q }),
  }
  const view: BatchView = params.get('vue') === 'incompletes' ? 'incompletes' : 'toutes'
  return { ...choice, months, query, view, choose, isPending }
}

const MOST_MONTHS = 12

/** Every month from one to the other, at most a year; none when the end is before the start. */
function monthsFromTo(from: string, to: string): string[] {
  const months: string[] = []
  let month = parseYearMonth(from)
  while (month !== null && month <= to && months.length < MOST_MONTHS) {
    months.push(month)
    month = nextMonth(month)
  }
  return months
}
