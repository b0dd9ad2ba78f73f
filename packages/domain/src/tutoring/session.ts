import { assert } from '../assert.ts'
import type { Refusal, Result } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'
import { daysBetween, type LocalDate } from '../time/local-date.ts'

/**
 * The life of a session: the tutor notes it, the tutee confirms or disputes it, staff approve it.
 * A tutee may change their mind until it is approved; approved hours are never edited.
 */
export const SESSION_STATES = ['noted', 'confirmed', 'disputed', 'approved'] as const
export type SessionState = (typeof SESSION_STATES)[number]

export const SESSION_ACTS = ['confirm', 'dispute', 'amend', 'approve'] as const
export type SessionAct = (typeof SESSION_ACTS)[number]

export const SESSION_TRANSITIONS: StateTable<SessionState, SessionAct> = {
  noted: { confirm: 'confirmed', dispute: 'disputed', amend: 'noted' },
  confirmed: { dispute: 'disputed', approve: 'approved' },
  disputed: { confirm: 'confirmed', amend: 'noted' },
  approved: {},
}

/** The state after an act, or the refusal 'tutoring-act-not-allowed' { state, act }. */
export function sessionTransition(
  state: SessionState,
  act: SessionAct,
): Result<SessionState, Refusal<'tutoring-act-not-allowed'>> {
  return applyAct(SESSION_TRANSITIONS, { state, act }, 'tutoring-act-not-allowed')
}

/**
 * A session as noted. `minutes` is a whole number; `startMinute` counts from midnight (9 h 30 is
 * 570) and is null when the tutor gave only the day. A group session has several tutees.
 */
export type TutoringSession = {
  readonly id: string
  readonly heldOn: LocalDate
  readonly startMinute: number | null
  readonly minutes: number
  readonly tuteeIds: readonly string[]
}

export const SESSION_GUARDS = [
  'over-4h',
  'future',
  'older-than-31-days',
  'same-slot',
  'overlap',
] as const

/** A gentle question before saving, never a refusal. */
export type SessionGuard = (typeof SESSION_GUARDS)[number]

/** Whether a length is possible at all: whole minutes, more than none, at most a day. */
export function isSessionLength(minutes: number): boolean {
  return Number.isSafeInteger(minutes) && minutes > 0 && minutes <= 24 * 60
}

/**
 * What to ask the tutor before saving, among their `others` sessions:
 * - over-4h: longer than four hours;
 * - future: the day has not come yet;
 * - older-than-31-days: noted more than 31 days after, which funders distrust;
 * - same-slot: same day, same length, a common tutee, and not two different hours;
 * - overlap: the hours of two sessions cross. One tutor's time is never counted twice.
 * Throws on an impossible length.
 */
export function sessionGuards(
  session: TutoringSession,
  context: { others: readonly TutoringSession[]; today: LocalDate },
): SessionGuard[] {
  assert(isSessionLength(session.minutes), 'a session lasts whole minutes')
  const age = daysBetween(session.heldOn, context.today)
  const others = context.others.filter(({ id }) => id !== session.id)
  const isMet: Readonly<Record<SessionGuard, boolean>> = {
    'over-4h': session.minutes > 240,
    future: age < 0,
    'older-than-31-days': age > 31,
    'same-slot': others.some((other) => isSameSlot(session, other)),
    overlap: others.some((other) => doCross(session, other)),
  }
  return SESSION_GUARDS.filter((guard) => isMet[guard])
}

/** Minutes a tutor gave: a group session counts once, however many tutees came. */
export function tutorMinutes(sessions: Iterable<TutoringSession>): number {
  let total = 0
  for (const session of sessions) total += session.minutes
  return total
}

/** Minutes tutees received: a group session counts once per tutee. Another measure, never mixed. */
export function tuteeMinutes(sessions: Iterable<TutoringSession>): number {
  let total = 0
  for (const session of sessions) total += session.minutes * session.tuteeIds.length
  return total
}

function isSameSlot(left: TutoringSession, right: TutoringSession): boolean {
  const isSameDay = left.heldOn === right.heldOn && left.minutes === right.minutes
  const hasCommonTutee = left.tuteeIds.some((tutee) => right.tuteeIds.includes(tutee))
  const mayBeSameHour =
    left.startMinute === null ||
    right.startMinute === null ||
    left.startMinute === right.startMinute
  return isSameDay && hasCommonTutee && mayBeSameHour
}

function doCross(left: TutoringSession, right: TutoringSession): boolean {
  const daysApart = daysBetween(left.heldOn, right.heldOn)
  if (left.startMinute === null || right.startMinute === null) return false
  const rightStart = right.startMinute + daysApart * 24 * 60
  const isLeftFirst = rightStart < left.startMinute + left.minutes
  return isLeftFirst && left.startMinute < rightStart + right.minutes
}
