import type { RequestState } from '@terreau/domain/signatures/life'
import type { SignatureRoute } from '@terreau/domain/signatures/proof'
import type { HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import type { signaturesEndpoints } from '@terreau/protocol/signatures'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts'
import { type Tx, zoneOf } from '../../platform/db/transaction.ts'
import { headOf } from './party-views.ts'

const PAGE = 50
const cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])

type List = (typeof signaturesEndpoints)[0]
type Filter = HandlerInput<List>['query']
type View = NonNullable<Filter['view']>
type Line = HandlerOutput<List>['signatures'][number]

interface Row {
  id: string
  reference: string
  title: string
  subjectKind: string
  subjectId: string
  state: RequestState
  openedAt: Date
  expiresOn: string
  endedAt: Date | null
  documentSha256: Buffer
  signedFileId: string | null
  signedSha256: Buffer | null
  people: string
  ageDays: number
  routes: SignatureRoute[]
  next: Line['next']
  lastRemindedAt: Date | null
  isHelpWanted: boolean
  placedAt: string
  total: number | null
}

/** One page of requests in one statement: what waits longest first, what ended last first. */
export async function listSignatures(
  tx: Tx,
  ctx: Context,
  filter: Filter,
): Promise<HandlerOutput<List>> {
  const view = filter.view ?? 'waiting'
  const after = decodeCursor(filter.after, cursor)
  const order = view === 'ended' ? ORDER.ended : ORDER.waiting
  const from = sql`from terreau.signature_request r
      left join lateral (
        select p.position, p.side, p.printed_name, p.state from terreau.signature_party p
         where p.cooperative_id = r.cooperative_id and p.request_id = r.id
           and r.state = 'waiting' and p.state in ('asked', 'to_check')) n on true
     where r.cooperative_id = ${ctx.cooperativeId} and ${CONDITIONS[view]}`
  const { rows } = await sql<Row>`
    select r.id, r.reference, r.title, r.subject_kind, r.subject_id, r.state, r.opened_at, r.expires_on,
           r.ended_at, r.document_sha256, r.signed_file_id, r.signed_sha256,
           (select coalesce(string_agg(p.printed_name, ', ' order by p.position), '')
              from terreau.signature_party p where p.cooperative_id = r.cooperative_id
               and p.request_id = r.id and p.side = 'person') as people,
           array(select distinct a.route from terreau.signature_act a where a.cooperative_id = r.cooperative_id
               and a.request_id = r.id and a.act = 'signed' order by 1) as routes,
           case when n.position is not null then jsonb_build_object('position', n.position, 'side', n.side,
             'printedName', n.printed_name, 'state', n.state) end as next,
           (select max(a.at) from terreau.signature_act a where a.cooperative_id = r.cooperative_id
               and a.request_id = r.id and a.act = 'reminded') as last_reminded_at,
           r.state = 'waiting' and exists (select 1 from terreau.signature_act h
             where h.cooperative_id = r.cooperative_id and h.request_id = r.id and h.act = 'help_asked'
               and not exists (select 1 from terreau.signature_act g where g.cooperative_id = h.cooperative_id
                     and g.request_id = h.request_id and g.act = 'help_given' and g.at > h.at)) as is_help_wanted,
           ${ctx.today}::date - (r.opened_at at time zone ${zoneOf(ctx.cooperativeId)})::date as age_days,
           to_char(${order.key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as placed_at,
           ${after === null ? sql`(select count(*)::int ${from})` : sql`null`} as total
           ${from}
       and ${after === null ? sql`true` : sql`(${order.key}, r.id) ${order.beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)`}
     order by ${order.key} ${order.direction}, r.id ${order.direction}
     limit ${PAGE + 1}`.execute(tx)
  const last = rows.slice(0, PAGE).at(-1)
  return {
    total: after === null ? (rows[0]?.total ?? 0) : null,
    signatures: rows.slice(0, PAGE).map((row) => ({
      ...headOf(ctx, row),
      people: row.people,
      ageDays: Math.max(0, row.ageDays),
      routes: row.routes,
      next: row.next,
      lastRemindedAt: row.lastRemindedAt?.toISOString() ?? null,
      isHelpWanted: row.isHelpWanted,
    })),
    next: rows.length > PAGE && last ? encodeCursor([last.placedAt, last.id]) : null,
  }
}

const ORDER = {
  waiting: { key: sql`r.opened_at`, direction: sql`asc`, beyond: sql`>` },
  ended: { key: sql`r.ended_at`, direction: sql`desc`, beyond: sql`<` },
}

/** `us`: the cooperative signs, or a sheet of paper is to be checked. `them`: a person is asked. */
const CONDITIONS: Readonly<Record<View, RawBuilder<unknown>>> = {
  waiting: sql`r.state = 'waiting'`,
  us: sql`r.state = 'waiting' and (n.side = 'cooperative' or n.state = 'to_check')`,
  them: sql`r.state = 'waiting' and n.side = 'person' and n.state = 'asked'`,
  ended: sql`r.state <> 'waiting'`,
}
