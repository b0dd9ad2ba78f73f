import type { LocalDate } from '@terreau/domain/time/local-date'
import {
  CONSEQUENCES,
  type Consequence,
  endOfWeek,
  RANKED_CONSEQUENCES,
  WORK_GROUPS,
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
  /** Only what this colleague has in charge: given to them, or of somebody they follow and given to nobody. */
  inCharge?: string | null
  /** Only what concerns this person, also under an id that was merged into theirs. */
  personId?: string | null
  /** Only this one thing. */
  targetId?: string
  /** Only what is ranked behind this place. */
  after?: Rank | null
}

/**
 * A place in the order of the page, as text: group and consequence by their number in the table, the day,
 * the second since when, then the name of the thing. What has no day or no instant stands behind what has one.
 */
export type Rank = readonly [
  group: string,
  consequence: string,
  dueOn: string,
  since: string,
  kind: string,
  targetId: string,
]

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
  const { kinds, isSnoozed, inCharge, personId, targetId, after } = wanted
  const name = sql`(${rows.kind}, ${rows.targetId})`
  const aside = snoozedOf(source, asked)
  const parts = [
    ...(source.kinds.every((kind) => kinds.includes(kind))
      ? []
      : [sql`${rows.kind} = any(${[...kinds]}::text[])`]),
    ...(isSnoozed === true ? [sql`exists (${aside}) and ${name} in (${aside})`] : []),
    ...(inCharge ? [inChargeOf(source, rows, { asked, userId: inCharge })] : []),
    ...(personId
      ? [
          sql`${rows.personId} = any(array(select terreau.file_ids(${asked.cooperativeId}, ${personId})))`,
        ]
      : []),
    ...(targetId === undefined ? [] : [sql`${rows.targetId} = ${targetId}`]),
    ...(after ? [isBehind(rows, { asked, after })] : []),
  ]
  return sql.join(
    parts.map((part) => sql`and ${part}`),
    sql` `,
  )
}

/** Somebody who follows nobody and was given nothing: said first, so that no candidate is read. */
function inChargeOf(
  source: WorkSource,
  rows: SourceRows,
  { asked, userId }: { asked: Asked; userId: string },
): RawBuilder<unknown> {
  const name = sql`(${rows.kind}, ${rows.targetId})`
  const given = sql`${marksOf(source, asked)} and m.mark = 'assigned'`
  const mine = sql`${given} and m.assigned_to = ${userId}::uuid`
  const followed = sql`select terreau.file_ids(${asked.cooperativeId}, p.id) from terreau.person p
    where p.cooperative_id = ${asked.cooperativeId} and p.adviser_user_id = ${userId}::uuid`
  return sql`(exists (${mine}) or exists (${followed}))
    and (${name} in (${mine})
         or (${rows.personId} = any(array(${followed})) and ${name} not in (${given})))`
}

function isBehind(
  rows: SourceRows,
  { asked, after }: { asked: Asked; after: Rank },
): RawBuilder<unknown> {
  const [group, consequence, dueOn, since, kind, targetId] = after
  const row = {
    consequence: rows.consequence,
    dueOn: sql`(${rows.dueOn ?? sql`null`})::date`,
    since: sql`(${rows.since ?? sql`null`})::timestamptz`,
    kind: rows.kind,
    targetId: rows.targetId,
  }
  return sql`(${sql.join(rankExpressions(asked.today, row))})
    > (${group}::integer, ${consequence}::integer, ${dueOn}::date, ${since}::numeric, ${kind}, ${targetId})`
}

function marksOf({ kinds }: WorkSource, { cooperativeId }: Asked): RawBuilder<unknown> {
  return sql`select m.kind, m.target_id from terreau.work_mark m
    where m.cooperative_id = ${cooperativeId} and m.ended_at is null and m.kind = any(${[...kinds]}::text[])`
}

function snoozedOf(source: WorkSource, asked: Asked): RawBuilder<unknown> {
  return sql`${marksOf(source, asked)} and m.mark = 'snoozed' and m.until_on > ${asked.today}::date`
}

interface RankedColumns {
  consequence: RawBuilder<unknown>
  dueOn: RawBuilder<unknown>
  since: RawBuilder<unknown>
  kind: RawBuilder<unknown>
  targetId: RawBuilder<unknown>
}

/** The order of the page, part by part: sorted by these, compared with a place by these. */
export function rankExpressions(
  today: LocalDate,
  { consequence, dueOn, since, kind, targetId }: RankedColumns,
): RawBuilder<unknown>[] {
  return [
    sql`array_position(${[...WORK_GROUPS]}::text[], ${groupExpression(today, { consequence, dueOn })})`,
    sql`array_position(${[...RANKED_CONSEQUENCES]}::text[], ${consequence})`,
    sql`coalesce(${dueOn}, 'infinity'::date)`,
    sql`coalesce(extract(epoch from ${since}), 'Infinity'::numeric)`,
    sql`${kind} collate "C"`,
    sql`${targetId} collate "C"`,
  ]
}

/** `workGroup` of the domain, said in SQL from the same table. */
export function groupExpression(
  today: LocalDate,
  { consequence, dueOn }: Pick<RankedColumns, 'consequence' | 'dueOn'>,
): RawBuilder<unknown> {
  const named = (choose: (facts: (typeof CONSEQUENCES)[Consequence]) => WorkGroup | null) =>
    sql.join(
      RANKED_CONSEQUENCES.map((name) => sql`when ${name} then ${choose(CONSEQUENCES[name])}::text`),
      sql` `,
    )
  return sql`coalesce(case ${consequence} ${named(({ always }) => always)} end,
    case when ${dueOn} is null then case ${consequence} ${named(({ undated }) => undated)} end
         when ${dueOn} <= ${today}::date then 'today'
         when ${dueOn} <= ${endOfWeek(today)}::date then 'week' else 'later' end)`
}
