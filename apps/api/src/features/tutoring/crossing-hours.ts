import { addDays, type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { doSessionsCross, type TutoringSession } from '@terreau/domain/tutoring/session'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** A session that counts, or would, with its people under the files that are kept. */
interface CountedSession extends TutoringSession {
  tutorId: string
}

/**
 * Those of these sessions whose hours cross others that count: nobody gives the same time twice, nor helps while
 * they are helped, nor helps themselves. Two tutors may help one person at once.
 */
export async function crossingSessions(
  tx: Tx,
  ctx: Context,
  of: { ids: readonly string[]; days: readonly LocalDate[] },
): Promise<Set<string>> {
  const counted = await countedAround(tx, ctx, of)
  const asked = counted.filter(({ id }) => of.ids.includes(id))
  const crosses = (one: CountedSession) =>
    one.tuteeIds.includes(one.tutorId) ||
    counted.some((other) => other.id !== one.id && isSomebodyTwice(one, other, ctx.zone))
  return new Set(asked.filter(crosses).map(({ id }) => id))
}

function isSomebodyTwice(
  one: CountedSession,
  other: CountedSession,
  zone: CooperativeZone,
): boolean {
  const isInBoth =
    one.tutorId === other.tutorId ||
    one.tuteeIds.includes(other.tutorId) ||
    other.tuteeIds.includes(one.tutorId)
  return isInBoth && doSessionsCross(one, other, zone)
}

/** The sessions asked about and the approved ones of these days and the days next to them, where their people are. */
async function countedAround(
  tx: Tx,
  ctx: Context,
  of: { ids: readonly string[]; days: readonly LocalDate[] },
): Promise<CountedSession[]> {
  const days = [...new Set(of.days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))]
  const { rows } = await sql<{
    id: string
    tutorId: string
    heldOn: string
    startMinute: number | null
    minutes: number
    tuteeIds: string[]
  }>`with around as (
      select s.id, s.held_on, s.start_minute, s.minutes, coalesce(t.merged_into_id, t.id)::text as tutor_id,
             array(select coalesce(h.merged_into_id, h.id)::text from terreau.tutoring_part p
               join terreau.person h on h.cooperative_id = p.cooperative_id and h.id = p.tutee_person_id
              where p.cooperative_id = s.cooperative_id and p.session_id = s.id and p.answer = 'yes') as tutee_ids
        from terreau.tutoring_session s
        join terreau.person t on t.cooperative_id = s.cooperative_id and t.id = s.tutor_person_id
       where s.cooperative_id = ${ctx.cooperativeId} and s.held_on = any(${days}::date[]) and s.cancelled_at is null
         and (s.state = 'approved' or s.id = any(${of.ids}::uuid[])))
    select a.* from around a
     where exists (select 1 from around w where w.id = any(${of.ids}::uuid[])
       and (w.tutor_id || w.tutee_ids) && (a.tutor_id || a.tutee_ids))`.execute(tx)
  return rows.map((row) => ({ ...row, heldOn: localDate(row.heldOn) }))
}
