import { assert } from '../assert.ts'
import { ok, type Refusal, type Result, refused } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'
import { daysBetween, type LocalDate } from '../time/local-date.ts'
import { type CooperativeZone, instantMinute } from '../time/zoned-day.ts'

/**
 * The life of a session: the tutor notes it, the people helped confirm or dispute it, staff approve it.
 * Approved hours are never edited: a correction is a new version, which starts again as noted.
 */
export const SESSION_STATES = ['noted', 'confirmed', 'disputed', 'approved', 'set_aside'] as const
export type SessionState = (typeof SESSION_STATES)[number]

export const SESSION_ACTS = [
  'confirm',
  'dispute',
  'reopen',
  'amend',
  'approve',
  'ask-again',
  'set-aside',
  'correct',
] as const
export type SessionAct = (typeof SESSION_ACTS)[number]

/** `amend` is the tutor's; `ask-again`, `set-aside`, `correct` and `approve` are acts of staff. */
export const SESSION_TRANSITIONS: StateTable<SessionState, SessionAct> = {
  noted: { confirm: 'confirmed', dispute: 'disputed', amend: 'noted', correct: 'noted' },
  confirmed: {
    confirm: 'confirmed',
    dispute: 'disputed',
    reopen: 'noted',
    approve: 'approved',
    correct: 'noted',
  },
  disputed: {
    confirm: 'confirmed',
    dispute: 'disputed',
    reopen: 'noted',
    amend: 'noted',
    'ask-again': 'noted',
    'set-aside': 'set_aside',
    correct: 'noted',
  },
  approved: { correct: 'noted' },
  set_aside: { correct: 'noted' },
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

/** One tutor gives at most eight hours in a day; a longer day is written down wrong, or is work. */
export const MOST_MINUTES_A_DAY = 480

/**
 * People helped in one session at most: each is known by name, asked by a link of their own and counted. What
 * gathers more is a meeting, whose public is counted without names.
 */
export const MOST_TUTEES = 30

/** Whether a length is possible at all: whole minutes, more than none, at most a day. */
export function isSessionLength(minutes: number): boolean {
  return Number.isSafeInteger(minutes) && minutes > 0 && minutes <= 24 * 60
}

/**
 * Minutes between two hours on the wall, each counted from midnight. An end that is not after the start is
 * of the next day. The night on which clocks change counts as it was lived: 1 h to 4 h on the last Sunday of
 * October is four hours.
 */
export function minutesBetween(
  heldOn: LocalDate,
  hours: { startMinute: number; endMinute: number },
  zone: CooperativeZone,
): number {
  const isNextDay = hours.endMinute <= hours.startMinute
  const end = hours.endMinute + (isNextDay ? 24 * 60 : 0)
  return instantMinute(heldOn, end, zone) - instantMinute(heldOn, hours.startMinute, zone)
}

/** How people say how long a session lasted: minutes, or the hours on the wall, or when it began as well. */
export type SessionTimeInput = {
  readonly minutes: number | null
  readonly startMinute: number | null
  readonly endMinute: number | null
}

export const LEAST_MINUTES = 5

/**
 * When a session began, if that is known, and how long it lasted: from its two hours when both are given,
 * else from its minutes. Refuses a length under five minutes, and no length at all.
 */
export function sessionTime(
  heldOn: LocalDate,
  input: SessionTimeInput,
  zone: CooperativeZone,
): Result<{ startMinute: number | null; minutes: number }, Refusal<'session-length-wrong'>> {
  const { startMinute, endMinute } = input
  const minutes =
    startMinute !== null && endMinute !== null
      ? minutesBetween(heldOn, { startMinute, endMinute }, zone)
      : input.minutes
  if (minutes === null || minutes < LEAST_MINUTES || !isSessionLength(minutes))
    return refused('session-length-wrong', { least: LEAST_MINUTES })
  return ok({ startMinute, minutes })
}

/** Whether a tutor's day is over eight hours with this session; a session is of the day it began. */
export function isDayTooLong(
  session: TutoringSession,
  others: readonly TutoringSession[],
): boolean {
  const sameDay = others.filter(({ id, heldOn }) => id !== session.id && heldOn === session.heldOn)
  return tutorMinutes([session, ...sameDay]) > MOST_MINUTES_A_DAY
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
  context: { others: readonly TutoringSession[]; today: LocalDate; zone: CooperativeZone },
): SessionGuard[] {
  assert(isSessionLength(session.minutes), 'a session lasts whole minutes')
  const age = daysBetween(session.heldOn, context.today)
  const others = context.others.filter(({ id }) => id !== session.id)
  const isMet: Readonly<Record<SessionGuard, boolean>> = {
    'over-4h': session.minutes > 240,
    future: age < 0,
    'older-than-31-days': age > 31,
    'same-slot': others.some((other) => isSameSlot(session, other)),
    overlap: others.some((other) => doSessionsCross(session, other, context.zone)),
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

/** Whether the hours of two sessions cross, over midnight and over a change of clocks too. */
export function doSessionsCross(
  left: TutoringSession,
  right: TutoringSession,
  zone: CooperativeZone,
): boolean {
  if (left.startMinute === null || right.startMinute === null) return false
  const leftStart = instantMinute(left.heldOn, left.startMinute, zone)
  const rightStart = instantMinute(right.heldOn, right.startMinute, zone)
  return rightStart < leftStart + left.minutes && leftStart < rightStart + right.minutes
}
