import { fullName } from '@terreau/domain/names/full-name'
import { ERASURE_REFUSALS } from '@terreau/domain/retention/erasure-refusals'
import { localDate } from '@terreau/domain/time/local-date'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { personalDataEndpoints } from '@terreau/protocol/personal-data'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { fileStandings } from './erasure/standing.ts'

type PersonView = HandlerOutput<(typeof personalDataEndpoints)[3]>
type ExportView = PersonView['exports'][number]
type HoldView = PersonView['holds'][number]

/** How many copies a page shows; older ones are in the journal. */
const MOST_SHOWN = 20

/** Copies, holds and lengths of one person, for who answers a request. */
export async function personalDataOf(tx: Tx, ctx: Context, personId: string): Promise<PersonView> {
  const person = await tx
    .selectFrom('person')
    .select(['givenName', 'familyName', 'reference', 'erasedN'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .executeTakeFirst()
  const { givenName, familyName, reference, erasedN } = found(person)
  return {
    name: fullName({ givenName, familyName }),
    reference,
    exports: await exportsOf(tx, ctx, personId),
    holds: await holdsOf(tx, ctx, personId),
    ...(await standingViewOf(tx, ctx, personId)),
    isErased: erasedN !== null,
  }
}

/** What the person sees of their own data: copies, what is kept until when, whether they asked to be erased. */
export async function ownDataOf(tx: Tx, ctx: Context, personId: string) {
  const exports = await exportsOf(tx, ctx, personId)
  return { exports, ...(await standingViewOf(tx, ctx, personId)) }
}

async function standingViewOf(tx: Tx, ctx: Context, personId: string) {
  const [file] = await fileStandings(tx, ctx, personId)
  const last = await tx
    .selectFrom('erasureRequest')
    .select(['askedOn', 'answeredAt', 'refusal'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, personId))
    .orderBy('answeredAt', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  const refusal = ERASURE_REFUSALS.find((one) => one === last?.refusal)
  const kinds = file?.kinds ?? []
  return {
    standing: kinds.map((one) =>
      file?.erased.has(one.kind) ? { ...one, state: 'erased' as const } : one,
    ),
    erasureAskedOn: last === undefined || last.answeredAt !== null ? null : localDate(last.askedOn),
    erasureRefused:
      refusal === undefined || last?.answeredAt == null
        ? null
        : { answeredAt: last.answeredAt.toISOString(), refusal },
  }
}

/** The copies of a person, newest first, each with its openings. */
async function exportsOf(tx: Tx, ctx: Context, personId: string): Promise<ExportView[]> {
  const { rows } = await sql<ExportRow>`
    select e.id, e.asked_for, e.asked_at, u.display_name as asked_by, e.reason, e.state, e.files_done,
           e.files_total, e.expires_on::text, e.byte_count,
           coalesce((select json_agg(json_build_object('by', coalesce(v.display_name, ''), 'at', d.downloaded_at)
                       order by d.downloaded_at desc)
              from terreau.personal_export_download d left join terreau.app_user v on v.id = d.user_id
             where d.cooperative_id = e.cooperative_id and d.export_id = e.id), '[]') as downloads
      from terreau.personal_export e left join terreau.app_user u on u.id = e.asked_by
     where e.cooperative_id = ${ctx.cooperativeId} and e.person_id in ${fileIds(ctx.cooperativeId, personId)}
     order by e.asked_at desc, e.id limit ${MOST_SHOWN}`.execute(tx)
  return rows.map((row) => toExport(row, ctx))
}

interface ExportRow {
  id: string
  askedFor: string
  askedAt: Date
  askedBy: string | null
  reason: string
  state: string
  filesDone: number
  filesTotal: number | null
  expiresOn: string | null
  byteCount: bigint | null
  downloads: { by: string; at: string }[]
}

/** A copy whose last day is past is over, also before the night that erases its bytes. */
function toExport(row: ExportRow, ctx: Context): ExportView {
  const isOver = row.expiresOn !== null && ctx.today > row.expiresOn
  return {
    ...row,
    askedFor: row.askedFor === 'person' ? 'person' : 'office',
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedBy ?? '',
    state: row.state === 'waiting' ? 'waiting' : isOver ? 'expired' : stateOf(row.state),
    expiresOn: row.expiresOn === null ? null : localDate(row.expiresOn),
    byteCount: row.byteCount === null ? null : Number(row.byteCount),
    downloads: row.downloads.map(({ by, at }) => ({ by, at: new Date(at).toISOString() })),
  }
}

function stateOf(text: string): 'ready' | 'expired' {
  return text === 'ready' ? 'ready' : 'expired'
}

async function holdsOf(tx: Tx, ctx: Context, personId: string): Promise<HoldView[]> {
  const rows = await tx
    .selectFrom('legalHold as h')
    .leftJoin('appUser as p', 'p.id', 'h.placedBy')
    .leftJoin('appUser as l', 'l.id', 'h.liftedBy')
    .select(['h.id', 'h.reason', 'h.placedAt', 'h.liftedAt', 'h.liftReason'])
    .select(['p.displayName as placedBy', 'l.displayName as liftedBy'])
    .where('h.cooperativeId', '=', ctx.cooperativeId)
    .where('h.personId', '=', personId)
    .orderBy('h.placedAt', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map((row) => ({
    ...row,
    placedAt: row.placedAt.toISOString(),
    placedBy: row.placedBy ?? '',
    liftedAt: row.liftedAt?.toISOString() ?? null,
    liftedBy: row.liftedBy ?? '',
    liftReason: row.liftReason ?? '',
  }))
}
