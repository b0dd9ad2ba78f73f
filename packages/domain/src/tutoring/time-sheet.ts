import { addDays, type LocalDate } from '../time/local-date.ts'
import { lastDay, type YearMonth } from '../time/year-month.ts'
import type { SessionState } from './session.ts'
import type { TutoringSubject } from './subjects.ts'

const NOON = 12 * 60
/** A signature later than about a month after the time worked is the usual reason for a rejected sheet. */
const SIGNED_WITHIN_DAYS = 31

export const HALF_DAYS = ['morning', 'afternoon'] as const
export type HalfDay = (typeof HALF_DAYS)[number]

const SIGNING_LACKS = ['signed-late', 'to-sign', 'paper-differs'] as const
type SigningLack = (typeof SIGNING_LACKS)[number]

/** What a sheet of time lacks before a funder can take it. */
export const SHEET_LACKS = [
  'operation-missing',
  'operation-unlisted',
  'outside-operation',
  'month-not-over',
  'hour-missing',
  'activity-missing',
  'noted-late',
  'not-approved',
  'kinds-mixed',
  ...SIGNING_LACKS,
] as const
export type SheetLack = (typeof SHEET_LACKS)[number]
type ReadLack = Exclude<SheetLack, SigningLack>

export interface SheetSession {
  readonly heldOn: LocalDate
  readonly startMinute: number | null
  readonly minutes: number
  readonly subjects: readonly TutoringSubject[]
  readonly kind: 'volunteer' | 'paid' | null
  readonly state: SessionState
  /** The day on which it was written down. */
  readonly notedOn: LocalDate
}

/** Time of one half-day; null: the hour was not noted, so the half-day is not known. */
export interface SheetLine {
  readonly day: LocalDate
  readonly halfDay: HalfDay | null
  readonly startMinute: number | null
  readonly minutes: number
  readonly subjects: readonly TutoringSubject[]
}

export interface TimeSheet {
  readonly lines: readonly SheetLine[]
  readonly totalMinutes: number
  /** Each with the number of sessions that it is about; 1 for what is about the sheet. */
  readonly lacks: readonly { readonly code: SheetLack; readonly count: number }[]
}

/** The operation of a sheet: kept by the cooperative with its dates, typed by hand, or not known. */
export type SheetOperation =
  | { readonly is: 'kept'; readonly startsOn: LocalDate; readonly endsOn: LocalDate }
  | { readonly is: 'typed' | 'missing' }

/** The signed paper that came back; `isSame`: what was printed on it is what the sheet holds now. */
export interface SheetPaper {
  readonly signedOn: LocalDate
  readonly isSame: boolean
}

/**
 * The time-sheet of one person for one month and one operation: approved sessions alone, by half-day, cut at noon;
 * a session is of the day it began. Minutes stay whole: the lines sum to the total. A group session counts once.
 */
export function timeSheet(
  sessions: readonly SheetSession[],
  of: { month: YearMonth; operation: SheetOperation; today: LocalDate },
): TimeSheet {
  const { operation } = of
  const approved = sessions.filter((session) => session.state === 'approved')
  const open = sessions.filter(({ state }) => state !== 'approved' && state !== 'set_aside')
  const monthEnd = lastDay(of.month)
  const counts: Readonly<Record<ReadLack, number>> = {
    'operation-missing': one(operation.is === 'missing'),
    'operation-unlisted': one(operation.is === 'typed'),
    'outside-operation': approved.filter(({ heldOn }) => isOutside(heldOn, operation)).length,
    'month-not-over': one(of.today <= monthEnd),
    'hour-missing': approved.filter((session) => session.startMinute === null).length,
    'activity-missing': approved.filter((session) => session.subjects.length === 0).length,
    'noted-late': approved.filter(isNotedLate).length,
    'not-approved': open.length,
    'kinds-mixed': one(new Set(approved.map((session) => session.kind)).size > 1),
  }
  return {
    lines: approved.toSorted(byTime).flatMap(linesOf),
    totalMinutes: approved.reduce((sum, session) => sum + session.minutes, 0),
    lacks: SHEET_LACKS.filter(isRead)
      .filter((code) => counts[code] > 0)
      .map((code) => ({ code, count: counts[code] })),
  }
}

/** What the signatures of a sheet lack: a paper, one that says what the sheet says now, one signed in time. */
export function signingLacks(of: {
  month: YearMonth
  today: LocalDate
  hasLines: boolean
  paper: SheetPaper | null
}): readonly SigningLack[] {
  const { paper } = of
  const lastGoodDay = addDays(lastDay(of.month), SIGNED_WITHIN_DAYS)
  const lacks: SigningLack[] = []
  if ((paper?.signedOn ?? of.today) > lastGoodDay) lacks.push('signed-late')
  if (paper === null && of.hasLines) lacks.push('to-sign')
  if (paper !== null && !paper.isSame) lacks.push('paper-differs')
  return lacks
}

function isRead(code: SheetLack): code is ReadLack {
  return !SIGNING_LACKS.some((one) => one === code)
}

function one(is: boolean): number {
  return is ? 1 : 0
}

function isOutside(day: LocalDate, operation: SheetOperation): boolean {
  return operation.is === 'kept' && (day < operation.startsOn || day > operation.endsOn)
}

function isNotedLate({ heldOn, notedOn }: SheetSession): boolean {
  return notedOn > addDays(heldOn, SIGNED_WITHIN_DAYS)
}

function byTime(left: SheetSession, right: SheetSession): number {
  if (left.heldOn !== right.heldOn) return left.heldOn < right.heldOn ? -1 : 1
  return (left.startMinute ?? -1) - (right.startMinute ?? -1)
}

function linesOf({ heldOn, startMinute, minutes, subjects }: SheetSession): SheetLine[] {
  const line = { day: heldOn, subjects }
  if (startMinute === null) return [{ ...line, halfDay: null, startMinute, minutes }]
  const before = Math.max(0, Math.min(minutes, NOON - startMinute))
  const after = minutes - before
  return [
    ...(before > 0 ? [{ ...line, halfDay: 'morning' as const, startMinute, minutes: before }] : []),
    ...(after > 0
      ? [
          {
            ...line,
            halfDay: 'afternoon' as const,
            startMinute: Math.max(startMinute, NOON),
            minutes: after,
          },
        ]
      : []),
  ]
}
