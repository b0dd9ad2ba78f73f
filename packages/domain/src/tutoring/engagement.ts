import { type DatedParameter, valueOn } from '../legal/dated-parameter.ts'
import { addMonthsClamped, type LocalDate, localDate } from '../time/local-date.ts'
import type { HostForm } from './hosts.ts'

/**
 * What a year of volunteering must hold to be written in the *compte d'engagement citoyen*, in minutes, and
 * what it then brings, in cents. Past the ceiling nothing is added.
 */
export const ENGAGEMENT_YEAR: DatedParameter<{
  readonly leastMinutes: number
  readonly leastInOneMinutes: number
  readonly yearCents: bigint
  readonly ceilingCents: bigint
}> = [
  {
    from: localDate('2020-01-01'),
    value: {
      leastMinutes: 12_000,
      leastInOneMinutes: 6_000,
      yearCents: 24_000n,
      ceilingCents: 72_000n,
    },
    source: 'C. trav. L5151-9 6°, D5151-14 I 7°',
  },
]

/** Sitting on the board, or supervising other volunteers: the only two roles that count (L5151-9 6°). */
export const ENGAGEMENT_ROLES = ['board', 'supervises', 'none'] as const
export type EngagementRole = (typeof ENGAGEMENT_ROLES)[number]

/** Why hours in a structure do not count. */
export const ENGAGEMENT_REFUSALS = [
  'not-association',
  'no-role',
  'declaration-unknown',
  'declared-too-late',
  'purpose-unknown',
  'purpose-other',
] as const
export type EngagementRefusal = (typeof ENGAGEMENT_REFUSALS)[number]

export interface EngagementHost {
  readonly name: string
  readonly form: HostForm
  /** Approved volunteer minutes of the year. */
  readonly minutes: number
  /** The day it was declared at the prefecture; null: nobody wrote it. */
  readonly declaredOn: LocalDate | null
  /** All its activities are of those of CGI 200, 1 b; null: nobody wrote it. */
  readonly isGeneralInterest: boolean | null
  readonly role: EngagementRole
}

export interface EngagementMeter {
  readonly hosts: readonly (EngagementHost & { readonly refusals: readonly EngagementRefusal[] })[]
  /** Minutes that count, in all and in the one structure that has most. */
  readonly minutes: number
  readonly mostInOneMinutes: number
  readonly leastMinutes: number
  readonly leastInOneMinutes: number
  readonly yearCents: bigint
  readonly ceilingCents: bigint
  /** 'may-help' only: the volunteer declares, a director attests, and the State decides. */
  readonly verdict: 'may-help' | 'hours-missing' | 'not-concerned'
  /** The last day for the volunteer, then for the association; later is lost (R5151-16 to -19). */
  readonly declareBy: LocalDate
  readonly attestBy: LocalDate
}

/** How far a calendar year of volunteering is, and for which structures it counts at all. */
export function engagementMeter(year: number, hosts: readonly EngagementHost[]): EngagementMeter {
  const lastOfYear = localDate(`${year}-12-31`)
  const { value } = valueOn(ENGAGEMENT_YEAR, lastOfYear)
  const judged = hosts.map((host) => ({ ...host, refusals: refusalsOf(host, lastOfYear) }))
  const counting = judged.filter((host) => host.refusals.length === 0).map((host) => host.minutes)
  const minutes = counting.reduce((sum, one) => sum + one, 0)
  const mostInOneMinutes = Math.max(0, ...counting)
  const isReached = minutes >= value.leastMinutes && mostInOneMinutes >= value.leastInOneMinutes
  return {
    ...value,
    hosts: judged,
    minutes,
    mostInOneMinutes,
    verdict: counting.length === 0 ? 'not-concerned' : isReached ? 'may-help' : 'hours-missing',
    declareBy: localDate(`${year + 1}-06-30`),
    attestBy: localDate(`${year + 1}-12-31`),
  }
}

function refusalsOf(host: EngagementHost, lastOfYear: LocalDate): EngagementRefusal[] {
  if (host.form !== 'association') return ['not-association']
  const refusals: EngagementRefusal[] = []
  if (host.role === 'none') refusals.push('no-role')
  if (host.declaredOn === null) refusals.push('declaration-unknown')
  else if (addMonthsClamped(host.declaredOn, 12) > lastOfYear) refusals.push('declared-too-late')
  if (host.isGeneralInterest === null) refusals.push('purpose-unknown')
  else if (!host.isGeneralInterest) refusals.push('purpose-other')
  return refusals
}
