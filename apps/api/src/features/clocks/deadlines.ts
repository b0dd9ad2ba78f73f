import type { Clock } from '@terreau/domain/clocks/clock'
import { CLOCK_KINDS, type ClockKind } from '@terreau/domain/clocks/rules'
import { addDays } from '@terreau/domain/time/local-date'
import type { clocksEndpoints } from '@terreau/protocol/clocks'
import type { HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Context, userIdOf } from '../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { clockView, seenOn, visibleKinds } from './view.ts'

const PAGE = 50
export const DEADLINE_DAYS = 120
const cursor = z.tuple([z.iso.date(), z.uuid(), z.string().regex(/^\d{1,6}$/)])

/** What is a duty: its end passing without it being done is something to mend. The rest just happens. */
const DUTIES: readonly ClockKind[] = [
  'cape-notice',
  'pre-hire-declaration',
  'permit-check',
  'associate-deadline',
  'interviews',
  'permit-expiry',
  'variable-pay',
]

type List = (typeof clocksEndpoints)[0]
interface Row {
  personId: string
  n: number
  personName: string
  adviserName: string | null
  contractNumber: string | null
  endsOn: string
  clock: Clock
}

/** One page of deadlines: one range of the index by end, whatever the number of people. */
export async function listDeadlines(
  tx: Tx,
  ctx: Context,
  filter: HandlerInput<List>['query'],
): Promise<HandlerOutput<List>> {
  const { rows } = await deadlinesQuery(ctx, filter).execute(tx)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    today: ctx.today,
    deadlines: shown.map(({ personId, personName, adviserName, n, contractNumber, clock }) => ({
      id: `${personId}-${n}`,
      personId,
      personName,
      adviserName,
      ...clockView(seenOn(ctx.today, clock), contractNumber, ctx.locale),
    })),
    next:
      rows.length > PAGE && last
        ? encodeCursor([last.endsOn, last.personId, String(last.n)])
        : null,
  }
}

/** The statement of a page, apart so that its plan can be looked at. */
export function deadlinesQuery(ctx: Context, filter: HandlerInput<List>['query']) {
  const { view = 'coming', kind, adviser } = filter
  const after = decodeCursor(filter.after, cursor)
  const [from, until] =
    view === 'coming'
      ? [ctx.today, addDays(ctx.today, DEADLINE_DAYS)]
      : [addDays(ctx.today, -DEADLINE_DAYS), addDays(ctx.today, -1)]
  const visible = visibleKinds(ctx)
  const shown = view === 'passed' ? DUTIES.filter((one) => visible.includes(one)) : visible
  const isLess = shown.length < CLOCK_KINDS.length
  const conditions = [
    sql`k.cooperative_id = ${ctx.cooperativeId}`,
    sql`k.ends_on between ${from}::date and ${until}::date`,
    ...(isLess ? [sql`k.kind = any(${[...shown]}::text[])`] : []),
    ...(kind === undefined ? [] : [sql`k.kind = ${kind}`]),
    ...(adviser === undefined
      ? []
      : [sql`p.adviser_user_id = ${adviser === 'me' ? userIdOf(ctx) : adviser}::uuid`]),
    ...(after === null
      ? []
      : [
          sql`(k.ends_on, k.person_id, k.n) > (${after[0]}::date, ${after[1]}::uuid, ${after[2]}::integer)`,
        ]),
  ]
  return sql<Row>`
    select k.person_id, k.n, k.ends_on::text as ends_on, k.clock, c.number as contract_number,
           terreau.full_name(p.given_name, p.family_name) as person_name, u.display_name as adviser_name
      from terreau.legal_clock k
      join terreau.person p on p.cooperative_id = k.cooperative_id and p.id = k.person_id
      left join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id
      left join terreau.app_user u on u.id = p.adviser_user_id
     where ${sql.join(conditions, sql` and `)}
     order by k.ends_on, k.person_id, k.n
     limit ${PAGE + 1}`
}
