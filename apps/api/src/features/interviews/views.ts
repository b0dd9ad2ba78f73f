import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { interviewsEndpoints } from '@terreau/protocol/interviews'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { interviewPeriods } from '../clocks/index.ts'
import { namesWithoutEmail } from '../signatures/index.ts'
import { type InterviewRow, interviewRow, interviewsOf } from './queries.ts'
import { missingOfReport } from './report-document.ts'

type List = HandlerOutput<(typeof interviewsEndpoints)[0]>
type Detail = HandlerOutput<(typeof interviewsEndpoints)[2]>
type Own = HandlerOutput<(typeof interviewsEndpoints)[9]>

/** The interviews of a person, and what each period of twelve months still wants. */
export async function personInterviews(tx: Tx, ctx: Context, personId: string): Promise<List> {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .executeTakeFirst()
  found(person)
  return {
    today: ctx.today,
    interviews: (await interviewsOf(tx, ctx, personId)).map(lineOf),
    periods: await interviewPeriods(tx, ctx, personId),
  }
}

/** The page of an interview. */
export async function interviewView(tx: Tx, ctx: Context, interviewId: string): Promise<Detail> {
  const interview = await interviewRow(tx, ctx, interviewId)
  const { personId, personName, conductorId, report, state, version } = interview
  const paper = await paperOf(tx, ctx, interview)
  return {
    ...lineOf(interview),
    conductorId,
    report,
    person: { id: personId, name: personName },
    missing: state === 'held' ? missingOfReport(interview) : [],
    paper,
    signersWithoutEmail: await namesWithoutEmail(tx, ctx, state === 'held' ? [personId] : []),
    version,
  }
}

/** The paper that waits for a second look, or why the last one was sent back. */
async function paperOf(tx: Tx, ctx: Context, interview: InterviewRow): Promise<Detail['paper']> {
  const { id, state, paperReceivedBy } = interview
  if (state !== 'to_check' && state !== 'held') return null
  const { rows } = await sql<{ who: string | null; sentBack: string | null }>`
    select (select u.display_name from terreau.app_user u where u.id = ${paperReceivedBy}) as who,
           (select a.after ->> 'reason' from terreau.audit_entry a
             where a.cooperative_id = ${ctx.cooperativeId} and a.entity_kind = 'interview' and a.entity_id = ${id}
               and a.action = 'interview.paper-sent-back' order by a.at desc limit 1) as sent_back`.execute(
    tx,
  )
  const { who = null, sentBack = null } = rows[0] ?? {}
  if (state === 'held') return sentBack === null ? null : { receivedBy: '', isOwn: false, sentBack }
  return { receivedBy: who ?? '', isOwn: paperReceivedBy === userIdOf(ctx), sentBack: null }
}

/** What the person who asks sees of their own: never one that was dropped. */
export async function ownInterviews(tx: Tx, ctx: Context): Promise<Own> {
  const rows = await interviewsOf(tx, ctx, ownPersonId(ctx))
  return {
    today: ctx.today,
    interviews: rows.filter(({ state }) => state !== 'cancelled').map(lineOf),
  }
}

function lineOf(row: InterviewRow): List['interviews'][number] {
  const { id, number, state, plannedOn, plannedTime, heldOn, conductorName, way, place } = row
  const { signatureId, signedOn, paperDocumentId } = row
  return {
    id,
    number,
    state,
    plannedOn,
    plannedTime,
    heldOn,
    conductorName,
    way,
    place,
    signedOn,
    paperDocumentId,
    signatureId: state === 'to_sign' || state === 'signed' ? signatureId : null,
  }
}
