import { type approvalsEndpoints, keptProposal } from '@terreau/protocol/approvals'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { type Context, userIdOf } from '../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

const PAGE = 50
const cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])

type View = HandlerOutput<(typeof approvalsEndpoints)[1]>

interface Row extends Omit<View, 'proposal' | 'askedAt' | 'answeredAt' | 'isMine'> {
  proposal: z.input<typeof keptProposal>
  askedBy: string
  askedAt: Date
  answeredAt: Date | null
  placedAt: string
}

/** What waits, or what was answered, the newest first. */
export async function listApprovals(
  tx: Tx,
  ctx: Context,
  filter: { view?: 'waiting' | 'answered' | undefined; after?: string | undefined },
): Promise<{ approvals: View[]; next: string | null }> {
  const after = decodeCursor(filter.after, cursor)
  const isWaiting = filter.view !== 'answered'
  const rows = await read(
    tx,
    ctx,
    sql`${isWaiting ? sql`a.state = 'waiting'` : sql`a.state <> 'waiting'`}
      and ${after === null ? sql`true` : sql`(a.asked_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}`,
  )
  const last = rows.slice(0, PAGE).at(-1)
  return {
    approvals: rows.slice(0, PAGE).map((row) => toView(ctx, row)),
    next: rows.length > PAGE && last ? encodeCursor([last.placedAt, last.approvalId]) : null,
  }
}

export async function readApproval(tx: Tx, ctx: Context, approvalId: string): Promise<View> {
  const [row] = await read(tx, ctx, sql`a.id = ${approvalId}`)
  return toView(ctx, found(row))
}

async function read(tx: Tx, ctx: Context, where: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.id as approval_id, a.proposal, a.person_id, a.fingerprint, a.state, a.asked_at, a.asked_by,
           a.answered_at, a.reason, u.display_name as asked_by_name,
           coalesce(v.display_name, '') as answered_by_name,
           coalesce(terreau.full_name(p.given_name, p.family_name), '') as person_name,
           to_char(a.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as placed_at
      from terreau.approval a
      join terreau.app_user u on u.id = a.asked_by
      left join terreau.app_user v on v.id = a.answered_by
      left join terreau.person p on p.cooperative_id = a.cooperative_id and p.id = a.person_id
     where a.cooperative_id = ${ctx.cooperativeId} and ${where}
     order by a.asked_at desc, a.id desc limit ${PAGE + 1}`.execute(tx)
  return rows
}

function toView(ctx: Context, row: Row): View {
  const { proposal, askedBy, askedAt, answeredAt, placedAt: _placedAt, ...rest } = row
  return {
    ...rest,
    proposal: z.decode(keptProposal, proposal),
    isMine: askedBy === userIdOf(ctx),
    askedAt: askedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }
}
