import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { endsSoon, searchWords } from '../people/index.ts'

const PAGE = 50
const cursor = z.tuple([z.iso.date(), z.uuid()])

type List = (typeof contractsEndpoints)[3]
type Filter = HandlerInput<List>['query']
type View = NonNullable<Filter['view']>
type Line = HandlerOutput<List>['contracts'][number]
type Row = Omit<Line, 'sentAt'> & { sentAt: Date | null; placedOn: string; total: number | null }

/** One page of contracts in one statement. What ends soon comes first by its end, what has ended last ended first, the rest last begun first. */
export async function listContracts(
  tx: Tx,
  ctx: Context,
  filter: Filter,
): Promise<HandlerOutput<List>> {
  const view = filter.view ?? 'all'
  const after = decodeCursor(filter.after, cursor)
  const order = ORDER[orderOf(view)]
  const matches = matching(ctx, view, filter.search ?? '')
  // Only a search asks for names: without one, counting reads an index and no person.
  const names = sql`join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id`
  const from = sql`from terreau.contract c ${filter.search ? names : sql``} where ${matches}`
  const { rows } = await sql<Row>`
    select c.id, c.kind, c.number, c.activity_id, a.name as activity, c.sequence, c.starts_on, c.ends_on,
           case when c.state = 'active' and c.ends_on < ${ctx.today}::date then 'ended' else c.state end as state,
           c.person_id, terreau.full_name(p.given_name, p.family_name) as person_name, d.opened_at as sent_at,
           ${order.key} as placed_on,
           ${after === null ? sql`(select count(*)::int ${from})` : sql`null`} as total
      from terreau.contract c
      ${names}
      join terreau.activity a on a.cooperative_id = c.cooperative_id and a.id = c.activity_id
      left join terreau.signature_request d on d.cooperative_id = c.cooperative_id
       and d.subject_kind = 'contract' and d.subject_id = c.id and d.state in ('waiting', 'signed')
     where ${matches}
       and ${after === null ? sql`true` : sql`(${order.key}, c.id) ${order.beyond} (${after[0]}::date, ${after[1]}::uuid)`}
     order by ${order.key} ${order.direction}, c.id ${order.direction}
     limit ${PAGE + 1}`.execute(tx)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    total: after === null ? (rows[0]?.total ?? 0) : null,
    contracts: shown.map(({ placedOn: _, total: __, sentAt, ...line }) => ({
      ...line,
      sentAt: sentAt?.toISOString() ?? null,
    })),
    next: rows.length > PAGE && last ? encodeCursor([last.placedOn, last.id]) : null,
  }
}

function orderOf(view: View): keyof typeof ORDER {
  if (view === 'ending') return 'byEnd'
  return view === 'ended' ? 'byLastEnd' : 'byStart'
}

const ORDER = {
  byStart: { key: sql`c.starts_on`, direction: sql`desc`, beyond: sql`<` },
  byLastEnd: { key: sql`c.last_on`, direction: sql`desc`, beyond: sql`<` },
  byEnd: { key: sql`c.ends_on`, direction: sql`asc`, beyond: sql`>` },
}

function matching(ctx: Context, view: View, search: string): RawBuilder<unknown> {
  const words = searchWords(search).slice(0, 8)
  const conditions = [
    sql`c.cooperative_id = ${ctx.cooperativeId}`,
    viewCondition(ctx, view),
    ...words.map((word) => {
      const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
      return sql`(p.search_name like ${pattern} or replace(lower(c.number), '-', ' ') like ${pattern})`
    }),
  ]
  return sql.join(conditions, sql` and `)
}

function viewCondition(ctx: Context, view: View): RawBuilder<unknown> {
  const today = sql`${ctx.today}::date`
  const current = sql`c.state = 'active' and c.last_on >= ${today}`
  switch (view) {
    case 'all':
      return sql`true`
    case 'to-sign':
      return sql`c.state in ('draft', 'to_sign')`
    case 'to-countersign':
      return sql`c.state = 'signed'`
    case 'active':
      return current
    case 'ending':
      return endsSoon(ctx.today)
    case 'ended':
      return sql`c.state = 'active' and c.last_on < ${today}`
  }
}
