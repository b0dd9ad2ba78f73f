import { actsFrom } from '@terreau/domain/pipeline/stage'
import { localDate } from '@terreau/domain/time/local-date'
import { type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { leadsEndpoints } from '@terreau/protocol/leads'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'
import { leadStage } from './lock-lead.ts'

const endpoint = pick(leadsEndpoints, 'GET /leads/:leadId')
type LeadFile = HandlerOutput<typeof endpoint>
type Act = LeadFile['history'][number]

/** A contact with its path, newest first, and what may come next. */
export async function readLead(tx: Tx, ctx: Context, leadId: string): Promise<LeadFile> {
  const row = await tx
    .selectFrom('lead')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', leadId)
    .executeTakeFirst()
  const { cooperativeId: _coop, searchName: _search, createdAt: _at, ...lead } = found(row)
  const stage = leadStage(lead.stage)
  return {
    ...lead,
    stage,
    locale: lead.locale === 'en' ? 'en' : 'fr',
    origin: endpoint.response.shape.origin.parse(lead.origin),
    consentedOn: localDate(lead.consentedOn),
    lastContactOn: localDate(lead.lastContactOn),
    deleteOn: lead.deleteOn === null ? null : localDate(lead.deleteOn),
    acts: lead.personId === null ? actsFrom(stage) : [],
    history: await historyOf(tx, ctx, leadId),
    meetings: await meetingsOf(tx, ctx, leadId),
  }
}

async function historyOf(tx: Tx, ctx: Context, leadId: string): Promise<Act[]> {
  const { rows } = await sql<
    Omit<Act, 'doneOn' | 'recordedAt' | 'letter'> & {
      doneOn: string
      recordedAt: Date
      letter: { subject: string; body: string } | null
      isMailed: boolean
    }
  >`
    select a.n, a.act, a.done_on::text, a.stage, a.reason, a.words, a.result, led.display_name as led_by_name,
           who.display_name as recorded_by_name, a.recorded_at, a.letter, a.mail_id is not null as is_mailed
      from terreau.lead_act a
      left join terreau.app_user led on led.id = a.led_by
      left join terreau.app_user who on who.id::text = a.recorded_by
     where a.cooperative_id = ${ctx.cooperativeId} and a.lead_id = ${leadId}
     order by a.n desc`.execute(tx)
  return rows.map(({ isMailed, ...act }) => ({
    ...act,
    doneOn: localDate(act.doneOn),
    recordedAt: act.recordedAt.toISOString(),
    letter: act.letter === null ? null : { ...act.letter, isMailed },
  }))
}

async function meetingsOf(tx: Tx, ctx: Context, leadId: string): Promise<LeadFile['meetings']> {
  const rows = await tx
    .selectFrom('infoMeetingGuest as g')
    .innerJoin('infoMeeting as m', (join) =>
      join.onRef('m.cooperativeId', '=', 'g.cooperativeId').onRef('m.id', '=', 'g.meetingId'),
    )
    .select(['m.id', 'm.heldOn', 'm.startsAt', 'm.place', 'g.came'])
    .where('g.cooperativeId', '=', ctx.cooperativeId)
    .where('g.leadId', '=', leadId)
    .where('m.cancelledAt', 'is', null)
    .orderBy('m.heldOn', 'desc')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({ ...row, heldOn: localDate(row.heldOn) }))
}
