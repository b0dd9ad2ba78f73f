import { earlierOf, type LocalDate } from '@terreau/domain/time/local-date'
import {
  addMonths,
  firstDay,
  lastDay,
  monthOf,
  type YearMonth,
} from '@terreau/domain/time/year-month'
import type { Attendance } from '@terreau/pdf/documents/attendance-certificate/model'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { settingOn } from '../settings/index.ts'
import { blocking, type Facts, line, noFacts } from './fact-view.ts'

/** Months before the present one in which meetings are looked for; no more are offered. */
const MONTHS_LOOKED_AT = 23

export interface AttendanceRow extends Attendance {
  personId: string
}

/** Whether the cooperative certifies attendance at all: nothing decided means no. */
export async function isAttendanceOpen(tx: Tx, ctx: Context): Promise<boolean> {
  return (await settingOn(tx, ctx.cooperativeId, 'attendance_certificates', ctx.today)) === '1'
}

/**
 * Where the cooperative noted these people, or where they confirmed they were, oldest first: interviews that
 * took place, information meetings at which they were noted by name, and tutoring sessions they said yes to.
 * Club meetings without names never appear: nobody is noted there.
 */
export async function attendancesOf(
  tx: Tx,
  ctx: Context,
  personIds: readonly string[],
): Promise<Map<string, AttendanceRow[]>> {
  if (personIds.length === 0) return new Map()
  const ids = [...personIds]
  const since = firstDay(addMonths(monthOf(ctx.today), -MONTHS_LOOKED_AT))
  const { rows } = await sql<AttendanceRow>`
    select i.person_id, i.held_on as "on", 'interview' as what, i.way
      from terreau.support_interview i
     where i.cooperative_id = ${ctx.cooperativeId} and i.person_id = any(${ids}::uuid[])
       and i.state in ('held', 'to_check', 'to_sign', 'signed') and i.held_on between ${since} and ${ctx.today}
    union all
    select l.person_id, m.held_on, 'info_meeting', 'place'
      from terreau.info_meeting m
      join terreau.info_meeting_guest g on g.cooperative_id = m.cooperative_id and g.meeting_id = m.id and g.came
      join terreau.lead l on l.cooperative_id = g.cooperative_id and l.id = g.lead_id
     where m.cooperative_id = ${ctx.cooperativeId} and l.person_id = any(${ids}::uuid[])
       and m.cancelled_at is null and m.held_on between ${since} and ${ctx.today}
    union all
    select t.tutee_person_id, s.held_on, 'tutoring', case s.mode when 'in_person' then 'place' else s.mode end
      from terreau.tutoring_part t
      join terreau.tutoring_session s on s.cooperative_id = t.cooperative_id and s.id = t.session_id
     where t.cooperative_id = ${ctx.cooperativeId} and t.tutee_person_id = any(${ids}::uuid[])
       and t.answer = 'yes' and s.cancelled_at is null and s.state in ('noted', 'confirmed', 'approved')
       and s.held_on between ${since} and ${ctx.today}
     order by "on", what`.execute(tx)
  return Map.groupBy(rows, (row) => row.personId)
}

/** What a certificate of attendance over some months would say, from the first chosen day to the last. */
export function attendanceFacts(
  known: readonly AttendanceRow[],
  wanted: { isOpen: boolean; chosen: readonly YearMonth[]; today: LocalDate; personId: string },
): Facts {
  const { isOpen, chosen, today, personId } = wanted
  if (!isOpen) return noFacts(blocking('attendance-not-opened'))
  const [first, last] = [chosen[0], chosen.at(-1)]
  const offered = [...new Set(known.map(({ on }) => monthOf(on)))]
  const months = [...new Set([...offered, ...chosen])].sort().map((month) => ({
    month,
    isChosen: chosen.includes(month),
    closing: null,
    figures: null,
    salaries: [],
  }))
  const facts = { lines: [], months, missing: [], contractId: null, content: null }
  if (known.length === 0) return { ...facts, missing: [blocking('no-attendance')] }
  if (first === undefined || last === undefined)
    return { ...facts, missing: [blocking('no-month-chosen')] }
  const period = { startsOn: firstDay(first), endsOn: earlierOf(lastDay(last), today) }
  const attended = known
    .filter(({ on }) => on >= period.startsOn && on <= period.endsOn)
    .map(({ on, what, way }) => ({ on, what, way }))
  if (attended.length === 0) return { ...facts, missing: [blocking('no-attendance')] }
  const from = { source: 'person', sourceId: personId } as const
  return {
    ...facts,
    lines: [
      line('periodFrom', 'date', period.startsOn, from),
      line('periodTo', 'date', period.endsOn, from),
      ...attended.map(({ on, what }) => line(ATTENDANCE_KEYS[what], 'date', on, from)),
    ],
    content: { kind: 'attendance', facts: { period, attended } },
  }
}

/** How each meeting is called on the pages. */
export const ATTENDANCE_KEYS = {
  interview: 'interviewOn',
  info_meeting: 'infoMeetingOn',
  tutoring: 'tutoringOn',
} as const satisfies Record<Attendance['what'], string>
