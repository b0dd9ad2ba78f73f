import { localDate } from '@terreau/domain/time/local-date'
import type { WorkKind } from '@terreau/domain/work-queue/work-kinds'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const LONGEST = 50

/** What was noted about one thing, newest first: who put it aside or gave it to whom, and until when. */
export async function markHistory(
  tx: Tx,
  { cooperativeId }: Context,
  target: { kind: WorkKind; targetId: string },
) {
  const { rows } = await sql<{
    mark: 'snoozed' | 'assigned'
    untilOn: string | null
    reason: string | null
    assigneeName: string | null
    setBy: string | null
    setAt: Date
    endedBy: string | null
    endedAt: Date | null
  }>`
    select m.mark, m.until_on::text, m.reason, a.display_name as assignee_name,
           s.display_name as set_by, m.set_at, e.display_name as ended_by, m.ended_at
      from terreau.work_mark m
      left join terreau.app_user a on a.id = m.assigned_to
      left join terreau.app_user s on s.id = m.set_by
      left join terreau.app_user e on e.id = m.ended_by
     where m.cooperative_id = ${cooperativeId} and m.kind = ${target.kind}
       and m.target_id = ${target.targetId}
     order by m.set_at desc, m.id limit ${LONGEST}`.execute(tx)
  return {
    marks: rows.map(({ untilOn, setAt, endedAt, setBy, endedBy, ...row }) => ({
      ...row,
      untilOn: untilOn === null ? null : localDate(untilOn),
      setBy: setBy ?? '',
      setAt: setAt.toISOString(),
      endedBy: endedBy ?? '',
      endedAt: endedAt?.toISOString() ?? null,
    })),
  }
}

/** Who may be given a thing to do: the staff of the cooperative, by name. */
export async function colleagues(tx: Tx, { cooperativeId }: Context) {
  const { rows } = await sql<{ userId: string; name: string }>`
    select distinct u.id as user_id, u.display_name as name
      from terreau.membership m join terreau.app_user u on u.id = m.user_id
     where m.cooperative_id = ${cooperativeId} and m.role in ('direction', 'adviser', 'accountant')
     order by u.display_name, u.id`.execute(tx)
  return { colleagues: rows }
}
