import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { interviewsEndpoints } from '@terreau/protocol/interviews'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { interviewPeriods } from '../clocks/index.ts'
import { type InterviewRow, interviewRow, interviewsOf } from './queries.ts'
import { missingOfReport } from './report-document.ts'

type List = HandlerOutput<(typeof interviewsEndpoints)[0]>
type Detail = HandlerOutput<(typeof interviewsEndpoints)[2]>
type Own = HandlerOutput<(typeof interviewsEndpoints)[8]>

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
  return {
    ...lineOf(interview),
    conductorId,
    report,
    person: { id: personId, name: personName },
    missing: state === 'held' ? missingOfReport(interview) : [],
    version,
  }
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
