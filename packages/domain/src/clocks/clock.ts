import { daysBetween, type LocalDate } from '../time/local-date.ts'
import type { CareerContractKind, NoticeEvent, NoticeRecipient } from './career.ts'
import type { Length } from './lengths.ts'
import type { ClockKind, ClockRule } from './rules.ts'

/** One step of a sum: a day, or a length added to it or taken from it. */
export type SumTerm =
  | { readonly role: 'start'; readonly on: LocalDate }
  | {
      readonly role: 'limit'
      readonly sign: 1 | -1
      readonly months: number
      /** The same length several times over. */
      readonly times?: number
    }
  | { readonly role: 'days'; readonly sign: 1 | -1; readonly days: number }
  | { readonly role: 'working-days'; readonly sign: 1 | -1; readonly days: number }
  | ({
      readonly role: 'earlier'
      readonly sign: -1
      readonly kinds: readonly CareerContractKind[]
      readonly contractIds: readonly string[]
      /** Where the odd days are counted as one whole month (see lengths.ts). */
      readonly countedAs?: Length
    } & Length)
  | { readonly role: 'absence'; readonly sign: 1; readonly days: number }

export const CLOCK_STATES = ['running', 'met', 'passed', 'not-applicable'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

export const NOT_APPLICABLE_REASONS = [
  'cancelled',
  'ended-before',
  'ended-at-term',
  'ended-by-law',
  'followed-by-contract',
  'none-left',
  'no-trial-agreed',
  'no-permit',
  'job-seeker',
  'not-salaried',
  'rule-not-in-force',
  'cut-short',
  'over-by-law',
] as const
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number]

/** Which sentence answers "why this date?". */
export const CLOCK_BASES = [
  'sum',
  'used-up',
  'no-trial',
  'written',
  'early-end',
  'late-end',
  'cancelled',
  'renewals',
  'interviews',
  'permit',
] as const
export type ClockBasis = (typeof CLOCK_BASES)[number]

/** A computed clock. */
export type Clock = {
  readonly kind: ClockKind
  readonly contractId: string | null
  readonly permitId: string | null
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  /** `last-day`: the day is still in time. `effect-day`: on that day the effect strikes. */
  readonly endMeans: 'last-day' | 'effect-day'
  /** Days from today to `endsOn`; negative once behind. */
  readonly daysLeft: number
  readonly state: ClockState
  /** Why it does not apply. */
  readonly reason: NotApplicableReason | null
  readonly basis: ClockBasis
  readonly sum: readonly SumTerm[]
  /** Renewals or interviews: done, wanted or allowed, left. */
  readonly count: { readonly done: number; readonly max: number; readonly left: number } | null
  readonly recipient: NoticeRecipient | null
  readonly event: NoticeEvent | null
  readonly article: string
  readonly alertsOn: readonly LocalDate[]
}

export type ClockDraft = Pick<Clock, 'startsOn' | 'endsOn' | 'sum'> &
  Partial<Omit<Clock, 'kind' | 'daysLeft' | 'state'>> & {
    /** The day it was done; null when it is still to do. */
    readonly isMet?: boolean
    readonly alertsOn?: readonly LocalDate[]
  }

/** A clock of a rule as it stands on a day. */
export function clockOn(today: LocalDate, rule: ClockRule, draft: ClockDraft): Clock {
  const { isMet = false, ...given } = draft
  const isPassed = rule.endMeans === 'effect-day' ? today >= given.endsOn : today > given.endsOn
  const reason = given.reason ?? (given.startsOn < rule.inForceFrom ? 'rule-not-in-force' : null)
  const state = reason !== null ? 'not-applicable' : isMet ? 'met' : isPassed ? 'passed' : 'running'
  return {
    kind: rule.kind,
    contractId: null,
    permitId: null,
    basis: 'sum',
    count: null,
    recipient: null,
    event: null,
    ...given,
    reason,
    endMeans: rule.endMeans,
    daysLeft: daysBetween(today, given.endsOn),
    state,
    article: rule.article,
    alertsOn: state === 'running' || state === 'passed' ? (given.alertsOn ?? []) : [],
  }
}
