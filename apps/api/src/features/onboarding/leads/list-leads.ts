import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { type HandlerInput, type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { leadsEndpoints } from '@terreau/protocol/leads'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { searchWords } from '../../people/index.ts'

const PAGE = 50
const endpoint = pick(leadsEndpoints, 'GET /leads')
type Output = HandlerOutput<typeof endpoint>
type Filter = HandlerInput<typeof endpoint>['query']
type Line = Output['leads'][number]

const cursor = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.uuid()])

/** Contacts without a file, the last ones heard of first. */
export async function listLeads(tx: Tx, ctx: Context, filter: Filter): Promise<Output> {
  const matches = matching(ctx, filter)
  const after = decodeCursor(filter.after, cursor)
  const { rows } = await sql<Omit<Line, 'lastContactOn' | 'deleteOn'> & Days>`
    select l.id, l.given_name, l.family_name, l.email, l.phone, l.origin, l.origin_name, l.stage,
           l.last_contact_on::text, l.delete_on::text, l.person_id,
           ${after === null ? sql`(select count(*)::int from terreau.lead l where ${matches})` : sql`null`} as total
      from terreau.lead l
     where ${matches}
       and ${after === null ? sql`true` : sql`(l.last_contact_on, l.id) < (${after[0]}::date, ${after[1]}::uuid)`}
     order by l.last_contact_on desc, l.id desc
     limit ${PAGE + 1}`.execute(tx)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    total: after === null ? (rows[0]?.total ?? 0) : null,
    leads: shown.map(({ total: _, ...row }) => ({
      ...row,
      lastContactOn: localDate(row.lastContactOn),
      deleteOn: dayOrNull(row.deleteOn),
    })),
    next: rows.length > PAGE && last ? encodeCursor([last.lastContactOn, last.id]) : null,
  }
}

interface Days {
  lastContactOn: string
  deleteOn: string | null
  total: number | null
}

function matching(ctx: Context, { search, stage }: Filter): RawBuilder<unknown> {
  const words = searchWords(search ?? '').slice(0, 8)
  return sql.join(
    [
      sql`l.cooperative_id = ${ctx.cooperativeId} and l.person_id is null`,
      stage === undefined ? sql`true` : sql`l.stage = ${stage}`,
      ...words.map((word) => sql`l.search_name like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    ],
    sql` and `,
  )
}

function dayOrNull(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}
