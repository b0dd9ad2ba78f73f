import { localDate } from '@terreau/domain/time/local-date'
import { type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { infoMeetingsEndpoints } from '@terreau/protocol/info-meetings'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'

const PAGE = 50
const MOST_TO_INVITE = 200

const list = pick(infoMeetingsEndpoints, 'GET /information-meetings')
const one = pick(infoMeetingsEndpoints, 'GET /information-meetings/:meetingId')
type List = HandlerOutput<typeof list>
type Meeting = HandlerOutput<typeof one>
type Line = List['meetings'][number]
type Row = Omit<Line, 'heldOn'> & { heldOn: string; version: number }

const cursor = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.uuid()])

/** The meetings, the newest first. */
export async function listMeetings(
  tx: Tx,
  ctx: Context,
  query: { after?: string | undefined },
): Promise<List> {
  const after = decodeCursor(query.after, cursor)
  const place =
    after === null ? sql`true` : sql`(m.held_on, m.id) < (${after[0]}::date, ${after[1]}::uuid)`
  const rows = await meetingRows(tx, ctx, place)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    meetings: shown.map(({ version: _, ...row }) => toLine(row)),
    next: rows.length > PAGE && last ? encodeCursor([last.heldOn, last.id]) : null,
  }
}

/** A meeting with its guests by name, and the contacts who could still come. */
export async function readMeeting(tx: Tx, ctx: Context, meetingId: string): Promise<Meeting> {
  const [row] = await meetingRows(tx, ctx, sql`m.id = ${meetingId}`)
  const meeting = found(row)
  return {
    ...toLine(meeting),
    version: meeting.version,
    guests: await guestsOf(tx, ctx, meetingId),
    couldCome: await couldCome(tx, ctx, meetingId),
  }
}

function toLine<R extends { heldOn: string }>(row: R) {
  return { ...row, heldOn: localDate(row.heldOn) }
}

async function meetingRows(tx: Tx, ctx: Context, place: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.id, m.held_on::text, m.starts_at, m.place, m.head_count, m.version,
           m.cancelled_at is not null as is_cancelled, g.invited, g.came
      from terreau.info_meeting m
      left join lateral (
        select count(*)::int as invited, (count(*) filter (where g.came))::int as came
          from terreau.info_meeting_guest g
         where g.cooperative_id = m.cooperative_id and g.meeting_id = m.id) g on true
     where m.cooperative_id = ${ctx.cooperativeId} and ${place}
     order by m.held_on desc, m.id desc
     limit ${PAGE + 1}`.execute(tx)
  return rows
}

async function guestsOf(tx: Tx, ctx: Context, meetingId: string): Promise<Meeting['guests']> {
  const { rows } = await sql<Meeting['guests'][number]>`
    select l.id as lead_id, terreau.full_name(l.given_name, l.family_name) as name, l.phone, l.email, l.stage, g.came
      from terreau.info_meeting_guest g
      join terreau.lead l on l.cooperative_id = g.cooperative_id and l.id = g.lead_id
     where g.cooperative_id = ${ctx.cooperativeId} and g.meeting_id = ${meetingId}
     order by l.search_name collate "C", l.id`.execute(tx)
  return rows
}

async function couldCome(tx: Tx, ctx: Context, meetingId: string): Promise<Meeting['couldCome']> {
  const { rows } = await sql<Meeting['couldCome'][number]>`
    select l.id as lead_id, terreau.full_name(l.given_name, l.family_name) as name
      from terreau.lead l
     where l.cooperative_id = ${ctx.cooperativeId} and l.stage in ('lead', 'not_now')
       and not exists (select 1 from terreau.info_meeting_guest g where g.cooperative_id = l.cooperative_id
             and g.lead_id = l.id and g.meeting_id = ${meetingId})
     order by l.last_contact_on desc, l.id
     limit ${MOST_TO_INVITE}`.execute(tx)
  return rows
}
