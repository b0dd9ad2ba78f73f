import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { CountedKind } from '@terreau/domain/tutoring/hosts'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** Noted holds confirmed, which holds approved; the minutes of tutees are another measure. */
export interface MinuteFigures {
  sessions: number
  notedMinutes: number
  confirmedMinutes: number
  approvedMinutes: number
  disputedMinutes: number
  travelMinutes: number
  tuteeNotedMinutes: number
  tuteeConfirmedMinutes: number
  tuteeApprovedMinutes: number
}

const sums = sql`sum(m.sessions)::float8 as sessions, sum(m.noted_minutes)::float8 as noted_minutes,
  sum(m.confirmed_minutes)::float8 as confirmed_minutes, sum(m.approved_minutes)::float8 as approved_minutes,
  sum(m.disputed_minutes)::float8 as disputed_minutes, sum(m.travel_minutes)::float8 as travel_minutes,
  sum(m.tutee_noted_minutes)::float8 as tutee_noted_minutes,
  sum(m.tutee_confirmed_minutes)::float8 as tutee_confirmed_minutes,
  sum(m.tutee_approved_minutes)::float8 as tutee_approved_minutes`

/** The figures of the cooperative, or of one tutor, kind by kind: read from months, never from sessions. */
export async function figuresByKind(tx: Tx, ctx: Context, tutorIds?: readonly string[]) {
  const { rows } = await sql<{ kind: CountedKind } & MinuteFigures>`
    select m.kind, ${sums} from ${monthsOf(tutorIds)} m
     where m.cooperative_id = ${ctx.cooperativeId} ${ofTutor(tutorIds)}
     group by m.kind having sum(m.sessions) > 0 order by m.kind = 'unstated', m.kind desc`.execute(
    tx,
  )
  return rows
}

/** The figures of a tutor month by month, newest first. */
export async function figuresByMonth(
  tx: Tx,
  ctx: Context,
  tutorIds: readonly string[],
): Promise<({ month: YearMonth; kind: CountedKind } & MinuteFigures)[]> {
  const { rows } = await sql<{ month: string; kind: CountedKind } & MinuteFigures>`
    select m.month, m.kind, ${sums} from terreau.tutoring_tutor_month m
     where m.cooperative_id = ${ctx.cooperativeId} ${ofTutor(tutorIds)}
     group by m.month, m.kind having sum(m.sessions) > 0
     order by m.month desc, m.kind = 'unstated', m.kind desc`.execute(tx)
  return rows.map((row) => ({ ...row, month: yearMonth(row.month) }))
}

function monthsOf(tutorIds: readonly string[] | undefined) {
  return tutorIds === undefined ? sql`terreau.tutoring_month` : sql`terreau.tutoring_tutor_month`
}

function ofTutor(tutorIds: readonly string[] | undefined) {
  return tutorIds === undefined ? sql`` : sql`and m.tutor_person_id = any(${tutorIds}::uuid[])`
}
