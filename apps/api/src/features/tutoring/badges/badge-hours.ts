import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { BADGE_SETTINGS, badgeThresholds } from '@terreau/domain/tutoring/badges'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { settingsOn } from '../../settings/index.ts'

export interface VolunteerHours {
  approvedMinutes: number
  /** Null without an approved session. */
  firstOn: LocalDate | null
  lastOn: LocalDate | null
  peopleHelped: number
}

/** The thresholds in force today, in minutes. */
export async function thresholdsToday(tx: Tx, ctx: Context): Promise<number[]> {
  return badgeThresholds(await settingsOn(tx, ctx.cooperativeId, BADGE_SETTINGS, ctx.today))
}

/** What somebody gave as a volunteer, under any of their files: approved sessions only. */
export async function volunteerHoursOf(
  tx: Tx,
  ctx: Context,
  personIds: readonly string[],
): Promise<VolunteerHours> {
  const { rows } = await sql<{
    approvedMinutes: number
    firstOn: string | null
    lastOn: string | null
    peopleHelped: number
  }>`select coalesce(sum(s.minutes), 0)::int as approved_minutes, min(s.held_on) as first_on, max(s.held_on) as last_on,
      (select count(distinct coalesce(t.merged_into_id, t.id))::int from terreau.tutoring_session s2
         join terreau.tutoring_part p on p.cooperative_id = s2.cooperative_id and p.session_id = s2.id and p.answer = 'yes'
         join terreau.person t on t.cooperative_id = p.cooperative_id and t.id = p.tutee_person_id
        where s2.cooperative_id = ${ctx.cooperativeId} and s2.tutor_person_id = any(${personIds}::uuid[])
          and s2.state = 'approved' and s2.kind = 'volunteer' and s2.cancelled_at is null) as people_helped
    from terreau.tutoring_session s
   where s.cooperative_id = ${ctx.cooperativeId} and s.tutor_person_id = any(${personIds}::uuid[])
     and s.state = 'approved' and s.kind = 'volunteer' and s.cancelled_at is null`.execute(tx)
  const [row] = rows
  const day = (text: string | null | undefined) => (text ? localDate(text) : null)
  return {
    approvedMinutes: row?.approvedMinutes ?? 0,
    firstOn: day(row?.firstOn),
    lastOn: day(row?.lastOn),
    peopleHelped: row?.peopleHelped ?? 0,
  }
}
