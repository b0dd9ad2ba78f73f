import type { LocalDate } from '@terreau/domain/time/local-date'
import {
  CONSEQUENCES,
  type Consequence,
  endOfWeek,
  RANKED_CONSEQUENCES,
  type WorkGroup,
} from '@terreau/domain/work-queue/ranking'
import type { WorkKind } from '@terreau/domain/work-queue/work-kinds'
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

/**
 * The first rows of one source that are wanted, with its number as `source`. What was put aside is taken
 * out of the first rows, read as many more as are aside: comparing every candidate would cost a pass.
 */
export function sourceQuery(
  source: WorkSource,
  { asked, wanted, n, limit }: Place,
): RawBuilder<unknown> {
  const rows = source.rows(asked)
  const aside = snoozedOf(source, asked)
  const most =
    wanted.isSnoozed === false
      ? sql`${limit} + (select count(*) from (${aside}) as a)`
      : sql`${limit}`
  const first = sql`
    select ${n}::integer as source, ${rows.kind} as kind, ${rows.targetId} as target_id,
           (${rows.personId})::uuid as person_id, (${rows.activityId ?? sql`null`})::uuid as activity_id,
           (${rows.month ?? sql`null`})::text as month, (${rows.since ?? sql`null`})::timestamptz as since,
           (${rows.dueOn ?? sql`null`})::date as due_on, ${rows.consequence} as consequence,
           (${rows.article ?? sql`''`})::text as article
      from ${rows.from}
     where ${rows.where} ${filters(source, rows, { asked, wanted })}
     order by ${rows.orderBy}
     limit ${most}`
  if (wanted.isSnoozed !== false) return first
  return sql`select * from (${first}) as f where (f.kind, f.target_id) not in (${aside}) limit ${limit}`
}

function filters(
  source: WorkSource,
  rows: SourceRows,
  { asked, wanted }: Pick<Place, 'asked' | 'wanted'>,
): RawBuilder<unknown> {
  const { kinds, isSnoozed, assignedTo, personId, targetId } = wanted
  const name = sql`(${rows.kind}, ${rows.targetId})`
  const aside = snoozedOf(source, asked)
  // Nobody has anything: said first, so that no candidate is read.
  const given = sql`${marksOf(source, asked)} and m.mark = 'assigned' and m.assigned_to = ${assignedTo}::uuid`
  const parts = [
    ...(source.kinds.every((kind) => kinds.includes(kind))
      ? []
      : [sql`${rows.kind} = any(${[...kinds]}::text[])`]),
    ...(isSnoozed === true ? [sql`exists (${aside}) and ${name} in (${aside})`] : []),
    ...(assignedTo ? [sql`exists (${given}) and ${name} in (${given})`] : []),
    ...(personId ? [sql`${rows.personId} = ${personId}::uuid`] : []),
    ...(targetId === undefined ? [] : [sql`${rows.targetId} = ${targetId}`]),
  ]
  return sql.join(
    parts.map((part) => sql`and ${part}`),
    sql` `,
  )
}

function marksOf({ kinds }: WorkSource, { cooperativeId }: Asked): RawBuilder<unknown> {
  return sql`select m.kind, m.target_id from terreau.work_mark m
    where m.cooperative_id = ${cooperativeId} and m.ended_at is null and m.kind = any(${[...kinds]}::text[])`
}

function snoozedOf(source: WorkSource, asked: Asked): RawBuilder<unknown> {
  return sql`${marksOf(source, asked)} and m.mark = 'snoozed' and m.until_on > ${asked.today}::date`
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
