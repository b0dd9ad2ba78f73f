import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import {
  type Consequence,
  RANKED_CONSEQUENCES,
  WORK_GROUPS,
  type WorkGroup,
} from '@terreau/domain/work-queue/ranking'
import { latestSnooze } from '@terreau/domain/work-queue/snooze'
import type { WorkKind } from '@terreau/domain/work-queue/work-kinds'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { groupExpression, sourceQuery, type Wanted } from './source-query.ts'
import { WORK_SOURCES } from './sources/index.ts'
import type { Asked } from './sources/source.ts'

/** How many rows of one source are read, and how many of all are shown. */
const ROWS_READ = 100
const ROWS_SHOWN = 60

interface WaitingRow {
  kind: WorkKind
  targetId: string
  personId: string | null
  personName: string
  activityId: string | null
  activityName: string
  month: string | null
  since: Date | null
  dueOn: string | null
  consequence: Consequence
  article: string
  group: WorkGroup
  snoozedUntil: string | null
  snoozeReason: string | null
  assigneeId: string | null
  assigneeName: string | null
}
interface Counts {
  total: bigint
  blocking: bigint
  isMore: boolean
}

/**
 * Everything that waits, in one statement, ranked as the page says: when it is wanted, then what
 * happens otherwise, then the day, then what has waited longest (`packages/domain/src/work-queue/ranking.ts`).
 * Each source gives its first rows; `isMore` says that one of them had more to give.
 */
export async function waitingRows(tx: Tx, asked: Asked, wanted: Wanted) {
  const sources = WORK_SOURCES.filter(({ kinds }) =>
    kinds.some((kind) => wanted.kinds.includes(kind)),
  )
  if (sources.length === 0) return { total: 0, blocking: 0, isMore: false, items: [] }
  const { cooperativeId } = asked
  const parts = sources.map(
    (source, n) => sql`(${sourceQuery(source, { asked, wanted, n, limit: ROWS_READ })})`,
  )
  const { rows } = await sql<WaitingRow & Counts>`
    with item as materialized (select *, ${groupExpression(asked.today)} as "group"
                                 from (${sql.join(parts, sql` union `)}) as everything),
    shown as (
      select * from item
       order by array_position(${[...WORK_GROUPS]}::text[], "group"),
                array_position(${[...RANKED_CONSEQUENCES]}::text[], consequence),
                due_on nulls last, since nulls last, kind, target_id
       limit ${ROWS_SHOWN})
    select i.kind, i.target_id, i.person_id, i.activity_id, i.month, i.since, i.due_on::text,
           i.consequence, i.article, i."group",
           coalesce(p.given_name || ' ' || p.family_name, '') as person_name,
           coalesce(a.name, '') as activity_name, z.until_on::text as snoozed_until,
           z.reason as snooze_reason, g.assigned_to as assignee_id, u.display_name as assignee_name,
           (select count(*) from item) as total,
           (select count(*) from item where consequence = 'blocks-closing') as blocking,
           exists (select 1 from item group by source having count(*) >= ${ROWS_READ}) as is_more
      from shown i
      left join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = i.person_id
      left join terreau.activity a on a.cooperative_id = ${cooperativeId} and a.id = i.activity_id
      left join terreau.work_mark z on z.cooperative_id = ${cooperativeId} and z.kind = i.kind
       and z.target_id = i.target_id and z.mark = 'snoozed' and z.ended_at is null
      left join terreau.work_mark g on g.cooperative_id = ${cooperativeId} and g.kind = i.kind
       and g.target_id = i.target_id and g.mark = 'assigned' and g.ended_at is null
      left join terreau.app_user u on u.id = g.assigned_to
     order by array_position(${[...WORK_GROUPS]}::text[], i."group"),
              array_position(${[...RANKED_CONSEQUENCES]}::text[], i.consequence),
              i.due_on nulls last, i.since nulls last, p.search_name collate "C", i.kind, i.target_id`.execute(
    tx,
  )
  return {
    total: Number(rows[0]?.total ?? 0n),
    blocking: Number(rows[0]?.blocking ?? 0n),
    isMore: rows[0]?.isMore ?? false,
    items: rows.map((row) => itemOf(row, asked)),
  }
}

function itemOf(row: WaitingRow & Counts, { today }: Asked) {
  const { total: _total, blocking: _blocking, isMore: _more, ...rest } = row
  const { month, since, snoozedUntil, snoozeReason, assigneeId, assigneeName, ...item } = rest
  const dueOn = row.dueOn === null ? null : localDate(row.dueOn)
  const isAside = snoozedUntil !== null && snoozedUntil > today
  return {
    ...item,
    month: month === null ? null : yearMonth(month),
    since: since?.toISOString() ?? null,
    dueOn,
    latestSnoozeOn: latestSnooze({ consequence: row.consequence, dueOn }),
    snoozed: isAside ? { until: localDate(snoozedUntil), reason: snoozeReason ?? '' } : null,
    assignee: assigneeId === null ? null : { userId: assigneeId, name: assigneeName ?? '' },
  }
}
