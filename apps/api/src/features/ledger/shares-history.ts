import type { SharesSince } from '@terreau/domain/activities/own-part'
import { WHOLE_PERMILLE } from '@terreau/domain/activities/shares'
import { localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

interface Row {
  activityId: string
  startsOn: string
  shares: { personId: string; sharePermille: number }[]
}

/**
 * Whose each activity was, oldest first: before any convention it is whole, of the person with its
 * earliest contract; then as each convention that was signed says.
 */
export async function sharesHistories(
  tx: Tx,
  cooperativeId: string,
  activityIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SharesSince[]>> {
  const ids = [...new Set(activityIds)]
  const { rows } = await sql<Row>`
    with beginning as (
      select distinct on (c.activity_id) c.activity_id, date '1900-01-01' as starts_on, 0 as n, '' as id,
             jsonb_build_array(jsonb_build_object('personId', c.person_id,
                                                  'sharePermille', ${WHOLE_PERMILLE}::integer)) as shares
        from terreau.contract c
       where c.cooperative_id = ${cooperativeId} and c.activity_id = any(${ids}::uuid[])
         and c.state <> 'cancelled'
       order by c.activity_id, c.starts_on, c.created_at),
    agreed as (
      select c.activity_id, c.starts_on,
             row_number() over (order by c.created_at, c.id) as n, c.id::text as id,
             jsonb_agg(jsonb_build_object('personId', s.person_id, 'sharePermille', s.share_permille)
                       order by s.person_id) as shares
        from terreau.activity_convention c
        join terreau.activity_convention_share s
          on s.cooperative_id = c.cooperative_id and s.convention_id = c.id
       where c.cooperative_id = ${cooperativeId} and c.activity_id = any(${ids}::uuid[])
         and c.state in ('in_force', 'replaced')
       group by c.activity_id, c.id, c.starts_on, c.created_at)
    select activity_id, starts_on, shares
      from (select * from beginning union all select * from agreed) h
     order by activity_id, starts_on, n, id`.execute(tx)
  const histories = new Map<string, SharesSince[]>()
  for (const { activityId, startsOn, shares } of rows) {
    const history = histories.get(activityId) ?? []
    history.push({ from: localDate(startsOn), shares })
    histories.set(activityId, history)
  }
  return histories
}
