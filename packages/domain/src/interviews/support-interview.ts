import type { Refusal, Result } from '../result.ts'
import { ok, refused } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'
import type { LocalDate } from '../time/local-date.ts'

/**
 * The life of an individual interview of support (C. trav. R7331-3): planned, held, its report sent to sign,
 * signed by both. Only the last state counts for the clock.
 */
export const INTERVIEW_STATES = [
  'planned',
  'held',
  'to_check',
  'to_sign',
  'signed',
  'cancelled',
] as const
export type InterviewState = (typeof INTERVIEW_STATES)[number]

export const INTERVIEW_ACTS = [
  'edit',
  'send',
  'recall',
  'complete',
  'hand_in',
  'confirm',
  'send_back',
  'cancel',
] as const
export type InterviewAct = (typeof INTERVIEW_ACTS)[number]

/**
 * `hand_in`: both signed by hand outside of the tool, and the scan is the proof once somebody else than who took
 * it in has looked at it (`confirm`, or `send_back`).
 * `edit` of a planned one may also say that it was held: what it says decides (`stateOf`).
 */
export const INTERVIEW_TRANSITIONS: StateTable<InterviewState, InterviewAct> = {
  planned: { edit: 'planned', cancel: 'cancelled' },
  held: { edit: 'held', send: 'to_sign', hand_in: 'to_check', cancel: 'cancelled' },
  to_check: { confirm: 'signed', send_back: 'held', cancel: 'cancelled' },
  to_sign: { complete: 'signed', recall: 'held', cancel: 'cancelled' },
  signed: {},
  cancelled: {},
}

/** The state after an act, or the refusal 'interview-act-not-allowed' { state, act }. */
export function interviewTransition(
  state: InterviewState,
  act: InterviewAct,
): Result<InterviewState, Refusal<'interview-act-not-allowed'>> {
  return applyAct(INTERVIEW_TRANSITIONS, { state, act }, 'interview-act-not-allowed')
}

export const INTERVIEW_WAYS = ['place', 'phone', 'video'] as const
export type InterviewWay = (typeof INTERVIEW_WAYS)[number]

/** The four contents of R7331-3, in its order. A report without one of them is not sent to sign. */
export const REQUIRED_REPORT_PARTS = ['review', 'outlook', 'actions', 'needs'] as const
/** What we add: what both agreed on, and what comes next. */
export const FREE_REPORT_PARTS = ['agreed', 'nextSteps'] as const
export const REPORT_PARTS = [...REQUIRED_REPORT_PARTS, ...FREE_REPORT_PARTS] as const
export type ReportPart = (typeof REPORT_PARTS)[number]
export type InterviewReport = Readonly<Record<ReportPart, string>>

/** The contents of R7331-3 that a report does not state yet. */
export function missingParts(report: InterviewReport): ReportPart[] {
  return REQUIRED_REPORT_PARTS.filter((part) => report[part].trim() === '')
}

type DayCode = 'interview-day-missing' | 'interview-in-future' | 'interview-planned-in-past'

/**
 * The state that the days of an interview make: held once its day is known, planned before. Nobody holds one
 * tomorrow, and nobody plans one for yesterday.
 */
export function stateOfDays(
  days: { plannedOn: LocalDate | null; heldOn: LocalDate | null },
  today: LocalDate,
): Result<'planned' | 'held', Refusal<DayCode>> {
  const { plannedOn, heldOn } = days
  if (heldOn !== null)
    return heldOn > today ? refused('interview-in-future', { heldOn }) : ok('held')
  if (plannedOn === null) return refused('interview-day-missing')
  return plannedOn < today ? refused('interview-planned-in-past', { plannedOn }) : ok('planned')
}
