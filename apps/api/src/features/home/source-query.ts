import type { LocalDate } from '@terreau/domain/time/local-date'
import {
  CONSEQUENCES,
  type Consequence,
  endOfWeek,
  RANKED_CONSEQUENCES,
  type WorkGroup,
} from '@terreau/domain/work/ranking'
import type { WorkKind } from '@terreau/domain/work/work-kinds'
import { type RawBuilder, sql } from 'kysely'
import type { Asked, SourceRows, WorkSource } from './sources/source.ts'

/** Which rows of the sources are wanted. */
export interface Wanted {
  kinds: readonly WorkKind[]
  /** What was put aside, or what was not; null: both. */
  isSnoozed: boolean | null
  /** Only what was given to this colleague. */
  assignedTo?: string | null
  /** Only what concerns this person. */
  personId?: string | null
  /** Only this one thing. */
  targetId?: string
}

interface Place {
  asked: Asked
  wanted: Wanted
  n: number
  limit: number
}

/** The first rows of one source that are wanted, with its number as `source`. */
export function sourceQuery(
  source: WorkSource,
  { asked, wanted, n, limit }: Place,
): RawBuilder<unknown> {
  const rows = source.rows(asked)
  return sql`
    select ${n}::integer as source, ${rows.kind} as kind, ${rows.targetId} as target_id,
           (${rows.personId})::uuid as person_id, (${rows.activityId ?? sql`null`})::uuid as activity_id,
           (${rows.month ?? sql`null`})::text as month, (${rows.since ?? sql`null`})::timestamptz as since,
           (${rows.dueOn ?? sql`null`})::date as due_on, ${rows.consequence} as consequence,
           (${rows.article ?? sql`''`})::text as article
      from ${rows.from}
     where ${rows.where} ${filters(source, rows, { asked, wanted })}
     order by ${rows.orderBy}
     limit ${limit}`
}

function filters(
  source: WorkSource,
  rows: SourceRows,
  { asked, wanted }: Pick<Place, 'asked' | 'wanted'>,
): RawBuilder<unknown> {
  const { kinds, isSnoozed, assignedTo, personId, targetId } = wanted
  const name = sql`(${rows.kind}, ${rows.targetId})`
  const marks = sql`select m.kind, m.target_id from terreau.work_mark m
    where m.cooperative_id = ${asked.cooperativeId} and m.ended_at is null`
  const aside = sql`${marks} and m.mark = 'snoozed' and m.until_on > ${asked.today}::date`
  const parts = [
    ...(source.kinds.every((kind) => kinds.includes(kind))
      ? []
      : [sql`${rows.kind} = any(${[...kinds]}::text[])`]),
    ...(isSnoozed === null ? [] : [sql`${name} ${isSnoozed ? sql`in` : sql`not in`} (${aside})`]),
    ...(assignedTo
      ? [sql`${name} in (${marks} and m.mark = 'assigned' and m.assigned_to = ${assignedTo}::uuid)`]
      : []),
    ...(personId ? [sql`${rows.personId} = ${personId}::uuid`] : []),
    ...(targetId === undefined ? [] : [sql`${rows.targetId} = ${targetId}`]),
  ]
  return sql.join(
    parts.map((part) => sql`and ${part}`),
    sql` `,
  )
}

/** `workGroup` of the domain, said in SQL from the same table. */
export function groupExpression(today: LocalDate): RawBuilder<unknown> {
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
