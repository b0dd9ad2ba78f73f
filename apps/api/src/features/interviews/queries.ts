import {
  INTERVIEW_STATES,
  INTERVIEW_WAYS,
  type InterviewReport,
  type InterviewState,
  type InterviewWay,
} from '@terreau/domain/interviews/support-interview'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { interviewReport } from '@terreau/protocol/interviews'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'

/** What requests to sign call the report of an interview. */
export const REPORT_SUBJECT = 'interview-report'

export interface InterviewRow {
  id: string
  number: string
  personId: string
  personName: string
  bornOn: string | null
  state: InterviewState
  plannedOn: LocalDate | null
  plannedTime: string
  heldOn: LocalDate | null
  conductorId: string
  conductorName: string
  way: InterviewWay
  place: string
  report: InterviewReport
  signedOn: LocalDate | null
  /** The last request to sign the report. */
  signatureId: string | null
  /** The scan of a report that was signed by hand outside of the tool. */
  paperDocumentId: string | null
  /** Who took that scan in, and is not the one to confirm it. */
  paperReceivedBy: string | null
  version: number
}

/** One interview; 404 in another cooperative. */
export async function interviewRow(
  tx: Tx,
  ctx: Context,
  interviewId: string,
): Promise<InterviewRow> {
  const [row] = await interviewRows(tx, ctx, sql`i.id = ${interviewId}`)
  return found(row)
}

/** The same, alone on it until the end of the transaction. */
export async function lockInterview(
  tx: Tx,
  ctx: Context,
  interviewId: string,
): Promise<InterviewRow> {
  const locked = await tx
    .selectFrom('supportInterview')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', interviewId)
    .forUpdate()
    .executeTakeFirst()
  found(locked)
  return interviewRow(tx, ctx, interviewId)
}

/** The interviews of a person, the latest day first. There are a few a year. */
export function interviewsOf(tx: Tx, ctx: Context, personId: string): Promise<InterviewRow[]> {
  return interviewRows(tx, ctx, sql`i.person_id in ${fileIds(ctx.cooperativeId, personId)}`)
}

type Raw = Omit<InterviewRow, 'state' | 'way' | 'report' | 'plannedOn' | 'heldOn' | 'signedOn'> & {
  state: string
  way: string
  report: unknown
  plannedOn: string | null
  heldOn: string | null
  signedOn: string | null
}

async function interviewRows(
  tx: Tx,
  ctx: Context,
  which: RawBuilder<unknown>,
): Promise<InterviewRow[]> {
  const { rows } = await sql<Raw>`
    select i.id, i.number, i.person_id, terreau.full_name(p.given_name, p.family_name) as person_name, p.born_on,
           i.state, i.planned_on, i.planned_time, i.held_on, i.conductor_id, u.display_name as conductor_name,
           i.way, i.place, i.report, i.signed_on, i.paper_document_id, i.paper_received_by, i.version,
           (select r.id from terreau.signature_request r
             where r.cooperative_id = i.cooperative_id and r.subject_kind = ${REPORT_SUBJECT}
               and r.subject_id = i.id order by r.opened_at desc limit 1) as signature_id
      from terreau.support_interview i
      join terreau.person p on p.cooperative_id = i.cooperative_id and p.id = i.person_id
      join terreau.app_user u on u.id = i.conductor_id
     where i.cooperative_id = ${ctx.cooperativeId} and ${which}
     order by coalesce(i.held_on, i.planned_on) desc, i.id`.execute(tx)
  return rows.map((row) => ({
    ...row,
    state: found(INTERVIEW_STATES.find((state) => state === row.state)),
    way: found(INTERVIEW_WAYS.find((way) => way === row.way)),
    report: interviewReport.parse(row.report),
    plannedOn: dayOf(row.plannedOn),
    heldOn: dayOf(row.heldOn),
    signedOn: dayOf(row.signedOn),
  }))
}

function dayOf(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}
