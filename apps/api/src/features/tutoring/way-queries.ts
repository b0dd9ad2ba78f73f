import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { ChangeReason, TutoringKind } from '@terreau/domain/tutoring/hosts'
import type { SkillLevel } from '@terreau/domain/tutoring/valuation'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** A pair that changed often is told by its last changes, its sessions to correct by the first of them. */
const MOST = 50

interface Way {
  fromOn: LocalDate
  kind: TutoringKind
  hostName: string
  level: SkillLevel
  reason: ChangeReason | 'first'
  byName: string
  at: string
}

/** How a pair helped over time, the last change first; nothing as long as it never changed. */
export async function waysOf(tx: Tx, ctx: Context, relationId: string): Promise<Way[]> {
  const { rows } = await sql<Omit<Way, 'fromOn' | 'at'> & { fromOn: string; at: Date }>`
    select w.from_on, w.kind, coalesce(h.name, '') as host_name, w.level, w.reason,
           coalesce(u.display_name, '') as by_name, w.written_at as at
      from terreau.tutoring_way w
      left join terreau.host_structure h on h.cooperative_id = w.cooperative_id and h.id = w.host_id
      left join terreau.app_user u on u.id = w.written_by
     where w.cooperative_id = ${ctx.cooperativeId} and w.relation_id = ${relationId}
     order by w.version desc limit ${MOST}`.execute(tx)
  return rows.map((row) => ({
    ...row,
    fromOn: localDate(row.fromOn),
    at: row.at.toISOString(),
  }))
}

/** Sessions that count as something else than their pair says of their day: each is for staff to correct. */
export async function sessionsOtherwise(
  tx: Tx,
  ctx: Context,
  relationId: string,
): Promise<{ id: string; heldOn: LocalDate; minutes: number }[]> {
  const { rows } = await sql<{ id: string; heldOn: string; minutes: number }>`
    select s.id, s.held_on, s.minutes
      from terreau.tutoring_relation r
      join terreau.tutoring_part p on p.cooperative_id = r.cooperative_id
       and p.tutor_person_id = r.tutor_person_id and p.tutee_person_id = r.tutee_person_id
      join terreau.tutoring_session s on s.cooperative_id = p.cooperative_id and s.id = p.session_id
      cross join lateral terreau.way_on(r.cooperative_id, r.id, s.held_on) w
     where r.cooperative_id = ${ctx.cooperativeId} and r.id = ${relationId} and s.cancelled_at is null
       and s.state <> 'set_aside' and (s.kind, s.host_id) is distinct from (w.kind, w.host_id)
     order by s.held_on, s.id limit ${MOST}`.execute(tx)
  return rows.map((row) => ({ ...row, heldOn: localDate(row.heldOn) }))
}
