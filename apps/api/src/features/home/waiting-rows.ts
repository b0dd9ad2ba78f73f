import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { Consequence, WorkGroup } from '@terreau/domain/work-queue/ranking'
import { latestSnooze } from '@terreau/domain/work-queue/snooze'
import type { WorkKind } from '@terreau/domain/work-queue/work-kinds'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import {
  groupExpression,
  type Rank,
  rankExpressions,
  sourceQuery,
  type Wanted,
} from './source-query.ts'
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
  referentName: string | null
}
interface Counts {
  total: bigint
  blocking: bigint
  isMore: boolean
  /** The rank of the last row. */
  last: Rank
}

const RANKED = {
  consequence: sql`consequence`,
  dueOn: sql`due_on`,
  since: sql`since`,
  kind: sql`kind`,
  targetId: sql`target_id`,
}

/**
 * Everything that waits, in one statement, ranked as the page says: when it is wanted, then what
 * happens otherwise, then the day, then what has waited longest (`packages/domain/src/work-queue/ranking.ts`).
 * Of what is equal in all that, the page shows the names in their order. Each source gives its first rows behind `after`; `isMore` says that one of them had more to give, and
 * `next` is the place to go on from: what is done or comes in between moves nothing.
 */
export async function waitingRows(tx: Tx, asked: Asked, wanted: Wanted) {
  const sources = WORK_SOURCES.filter(({ kinds }) =>
    kinds.some((kind) => wanted.kinds.includes(kind)),
  )
  if (sources.length === 0) return { total: 0, blocking: 0, isMore: false, next: null, items: [] }
  const { cooperativeId } = asked
  const rank = rankExpressions(asked.today, RANKED)
  const parts = sources.map(
    (source, n) => sql`(${sourceQuery(source, { asked, wanted, n, limit: ROWS_READ })})`,
  )
  const { rows } = await sql<WaitingRow & Counts>`
    with item as materialized (select *, ${groupExpression(asked.today, RANKED)} as "group"
                                 from (${sql.join(parts, sql` union `)}) as everything),
    shown as (
      select *, row_number() over (order by ${sql.join(rank)}) as place,
             array[${sql.join(rank.map((part) => sql`(${part})::text`))}] as rank
        from item
       order by place
       limit ${ROWS_SHOWN})
    select i.kind, i.target_id, i.person_id, i.activity_id, i.month, i.since, i.due_on::text,
           i.consequence, i.article, i."group",
           coalesce(terreau.full_name(p.given_name, p.family_name), '') as person_name,
           coalesce(a.name, '') as activity_name, z.until_on::text as snoozed_until,
           z.reason as snooze_reason, g.assigned_to as assignee_id, u.display_name as assignee_name,
           r.display_name as referent_name,
           (select count(*) from item) as total,
           (select count(*) from item where consequence = 'blocks-closing') as blocking,
           exists (select 1 from item group by source having count(*) >= ${ROWS_READ}) as is_more,
           (select rank from shown order by place desc limit 1) as last
      from shown i
      left join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = i.person_id
      left join terreau.activity a on a.cooperative_id = ${cooperativeId} and a.id = i.activity_id
      left join terreau.work_mark z on z.cooperative_id = ${cooperativeId} and z.kind = i.kind
       and z.target_id = i.target_id and z.mark = 'snoozed' and z.ended_at is null
      left join terreau.work_mark g on g.cooperative_id = ${cooperativeId} and g.kind = i.kind
       and g.target_id = i.target_id and g.mark = 'assigned' and g.ended_at is null
      left join terreau.app_user u on u.id = g.assigned_to
      left join terreau.app_user r on r.id = p.adviser_user_id
     order by i.rank[1]::integer, i.rank[2]::integer, i.due_on nulls last, i.since nulls last,
              p.search_name collate "C", i.place`.execute(tx)
  const total = Number(rows[0]?.total ?? 0n)
  return {
    total,
    blocking: Number(rows[0]?.blocking ?? 0n),
    isMore: rows[0]?.isMore ?? false,
    next: total > rows.length ? (rows[0]?.last ?? null) : null,
    items: rows.map((row) => itemOf(row, asked)),
  }
}

function itemOf(row: WaitingRow & Counts, { today }: Asked) {
  const { total: _total, blocking: _blocking, isMore: _more, last: _last, ...rest } = row
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
