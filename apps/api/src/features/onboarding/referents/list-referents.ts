import { localDate } from '@terreau/domain/time/local-date'
import { type HandlerInput, type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { referentsEndpoints } from '@terreau/protocol/referents'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

const PAGE = 50
const endpoint = pick(referentsEndpoints, 'GET /referents')
type Output = HandlerOutput<typeof endpoint>
type Line = Output['assignments'][number]

const cursor = z.tuple([
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  z.uuid(),
  z.string().regex(/^\d{1,9}$/),
])

/** Who followed whom, the newest first. */
export async function listReferents(
  tx: Tx,
  ctx: Context,
  query: HandlerInput<typeof endpoint>['query'],
): Promise<Output> {
  const after = decodeCursor(query.after, cursor)
  const { rows } = await sql<
    Omit<Line, 'fromOn' | 'untilOn'> & { n: number; fromOn: string; untilOn: string | null }
  >`
    select r.person_id, terreau.full_name(p.given_name, p.family_name) as person_name, u.display_name as adviser_name,
           r.n, r.from_on::text, r.reason, by.display_name as assigned_by_name,
           (select next.from_on::text from terreau.referent next where next.cooperative_id = r.cooperative_id
               and next.person_id = r.person_id and next.n = r.n + 1) as until_on
      from terreau.referent r
      join terreau.person p on p.cooperative_id = r.cooperative_id and p.id = r.person_id
      left join terreau.app_user u on u.id = r.adviser_user_id
      left join terreau.app_user by on by.id::text = r.assigned_by
     where r.cooperative_id = ${ctx.cooperativeId} and p.archived_at is null
       and ${query.adviserUserId === undefined ? sql`true` : sql`r.adviser_user_id = ${query.adviserUserId}`}
       and ${after === null ? sql`true` : sql`(r.from_on, r.person_id, r.n) < (${after[0]}::date, ${after[1]}::uuid, ${Number(after[2])})`}
     order by r.from_on desc, r.person_id desc, r.n desc
     limit ${PAGE + 1}`.execute(tx)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    assignments: shown.map(({ n: _, ...row }) => ({
      ...row,
      fromOn: localDate(row.fromOn),
      untilOn: row.untilOn === null ? null : localDate(row.untilOn),
    })),
    next:
      rows.length > PAGE && last
        ? encodeCursor([last.fromOn, last.personId, String(last.n)])
        : null,
  }
}
