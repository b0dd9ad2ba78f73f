import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import {
  CONSEQUENCES,
  type Consequence,
  endOfWeek,
  RANKED_CONSEQUENCES,
  WORK_GROUPS,
  type WorkGroup,
} from '@terreau/domain/work/ranking'
import { WORK_KINDS, type WorkKind } from '@terreau/domain/work/work-kinds'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { WORK_SOURCES } from './sources/index.ts'
import type { Asked } from './sources/source.ts'

const PAGE = 200

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
}

/**
 * Everything that waits, in one statement, ranked as the page says: when it is wanted, then what
 * happens otherwise, then the day, then what has waited longest (`packages/domain/src/work/ranking.ts`).
 */
export async function waitingRows(tx: Tx, asked: Asked, actor: 'anyone' | 'person') {
  const { cooperativeId } = asked
  const sources = WORK_SOURCES.filter(({ kinds }) => kinds.some((kind) => isShownTo(kind, actor)))
  const kinds = sources.flatMap((source) => source.kinds).filter((kind) => isShownTo(kind, actor))
  const { rows } = await sql<WaitingRow & { total: bigint; blocking: bigint }>`
    with item (kind, target_id, person_id, activity_id, month, since, due_on, consequence, article) as (
      ${sql.join(
        sources.map((source) => source.rows(asked)),
        sql` union all `,
      )}
    ), shown as (
      select *, ${groupOf(asked)} as "group" from item where kind = any(${kinds}))
    select i.kind, i.target_id, i.person_id,
           coalesce(p.given_name || ' ' || p.family_name, '') as person_name,
           i.activity_id, coalesce(a.name, '') as activity_name, i.month, i.since, i.due_on::text, i.consequence,
           i.article, i."group", count(*) over () as total,
           count(*) filter (where i.consequence = 'blocks-closing') over () as blocking
      from shown i
      left join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = i.person_id
      left join terreau.activity a on a.cooperative_id = ${cooperativeId} and a.id = i.activity_id
     order by array_position(${[...WORK_GROUPS]}::text[], i."group"),
              array_position(${[...RANKED_CONSEQUENCES]}::text[], i.consequence),
              i.due_on nulls last, i.since nulls last, p.search_name collate "C", i.kind, i.target_id
     limit ${PAGE}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0n),
    blocking: Number(rows[0]?.blocking ?? 0n),
    items: rows.map(({ total: _total, blocking: _blocking, month, since, dueOn, ...row }) => ({
      ...row,
      month: month === null ? null : yearMonth(month),
      since: since?.toISOString() ?? null,
      dueOn: dueOn === null ? null : localDate(dueOn),
    })),
  }
}

function isShownTo(kind: WorkKind, actor: 'anyone' | 'person'): boolean {
  return actor === 'anyone' || WORK_KINDS[kind].actor === actor
}

/** `workGroup` of the domain, said in SQL from the same table. */
function groupOf({ today }: Asked): RawBuilder<unknown> {
  const named = (choose: (facts: (typeof CONSEQUENCES)[Consequence]) => WorkGroup | null) =>
    sql.join(
      RANKED_CONSEQUENCES.map((name) => sql`when ${name} then ${choose(CONSEQUENCES[name])}::text`),
      sql` `,
    )
  return sql`coalesce(case consequence ${named(({ always }) => always)} end,
    case when due_on is null then case consequence ${named(({ undated }) => undated)} end
         when due_on <= ${today}::date then 'today'
         when due_on <= ${endOfWeek(today)}::date then 'week' else 'later' end)`
}
