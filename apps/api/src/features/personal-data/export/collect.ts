import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { enterCooperative, type Tx } from '../../../platform/db/transaction.ts'
import { openNumbers } from './open-numbers.ts'
import { EXPORT_TABLES, type ExportedTable, SUBJECTS, type Subject, type Whose } from './tables.ts'

type Row = Record<string, unknown>
export type Subjects = Record<Subject, Record<string, Row[]>>

/** The one format of a copy; a change of shape is a new number. */
export const COPY_FORMAT = { name: 'terreau-personal-copy', version: 1 } as const

interface Asked {
  personId: string
  isForPerson: boolean
}

/** Everything kept about a person, by subject, as rows of the tables with their own names. */
export async function collect(tx: Tx, ctx: Context, asked: Asked) {
  const userIds = await usersOf(tx, ctx, asked.personId)
  const whose: Whose = {
    cooperativeId: ctx.cooperativeId,
    people: sql`select terreau.file_ids(${ctx.cooperativeId}, ${asked.personId})`,
    users: sql`select unnest(${userIds}::uuid[])`,
  }
  const subjects = emptySubjects()
  for (const name of Object.keys(EXPORT_TABLES).filter(isExported)) {
    const rows = name === 'session' ? [] : await rowsOf(tx, ctx, name, whose)
    subjects[EXPORT_TABLES[name].subject][name] = rows
  }
  subjects.access.session = await sessionsOf(tx, ctx, userIds, whose)
  subjects.identity.numbers = await openNumbers(tx, ctx, asked)
  return named(subjects, await peopleNamed(tx, ctx, asked.personId))
}

function emptySubjects(): Subjects {
  const list = SUBJECTS.map((subject) => [subject, {}] as const)
  return Object.fromEntries(list) as Subjects
}

function isExported(name: string): name is ExportedTable {
  return Object.hasOwn(EXPORT_TABLES, name)
}

/** The accounts that open the file of this person. */
async function usersOf(tx: Tx, ctx: Context, personId: string): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select distinct m.user_id from terreau.membership m
     where m.cooperative_id = ${ctx.cooperativeId}
       and m.person_id in (select terreau.file_ids(${ctx.cooperativeId}, ${personId}))`.execute(tx)
  return rows.map((row) => row.userId)
}

/** As text and parsed here: the keys stay those of the table. */
async function rowsOf(tx: Tx, ctx: Context, name: ExportedTable, whose: Whose): Promise<Row[]> {
  const definition = EXPORT_TABLES[name]
  const omitted = ['cooperative_id', ...('omit' in definition ? definition.omit : [])]
  const isTenant = name !== 'app_user'
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(t) - ${omitted}::text[])::text as row
      from ${sql.table(`terreau.${name}`)} t
     where ${isTenant ? sql`t.cooperative_id = ${ctx.cooperativeId} and` : sql``} (${definition.rows(whose)})
     order by 1`.execute(tx)
  return rows.map(({ row }) => JSON.parse(row))
}

/** A session shows itself to its own user only (row security), so each account is entered in turn. */
async function sessionsOf(
  tx: Tx,
  ctx: Context,
  userIds: readonly string[],
  whose: Whose,
): Promise<Row[]> {
  const sessions: Row[] = []
  for (const userId of userIds) {
    await enterCooperative(tx, ctx.cooperativeId, userId)
    const own = { ...whose, users: sql`select ${userId}::uuid` }
    sessions.push(...(await rowsOf(tx, ctx, 'session', own)))
  }
  await enterCooperative(tx, ctx.cooperativeId)
  return sessions
}

/** What replaces an id: the name of who worked for the cooperative, nothing of another project holder. */
async function peopleNamed(tx: Tx, ctx: Context, personId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.display_name as name from terreau.app_user u
     where exists (select 1 from terreau.membership m where m.cooperative_id = ${ctx.cooperativeId}
       and m.user_id = u.id and (m.role in ('direction', 'adviser', 'accountant') or m.person_id = ${personId}))
    union all
    select x.id, '' from (
      select s.tutor_person_id as id from terreau.tutoring_relation s where s.cooperative_id = ${ctx.cooperativeId}
       union select s.tutee_person_id from terreau.tutoring_relation s where s.cooperative_id = ${ctx.cooperativeId}) x
     where x.id not in (select terreau.file_ids(${ctx.cooperativeId}, ${personId}))`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}

function named(subjects: Subjects, names: ReadonlyMap<string, string>): Subjects {
  const text = JSON.stringify(subjects, (_key, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  )
  return JSON.parse(text)
}
