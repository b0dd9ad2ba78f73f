import { missingParts } from '@terreau/domain/interviews/support-interview'
import { localDate } from '@terreau/domain/time/local-date'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { InterviewReportFacts } from '@terreau/pdf/documents/interview-report/model'
import type { FieldProblem } from '@terreau/protocol/problems'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { readCareer } from '../clocks/index.ts'
import { unprintableTexts } from '../contracts/index.ts'
import { documentFile } from '../documents/index.ts'
import { logoOf, printedCooperative } from '../settings/index.ts'
import { signatureState } from '../signatures/index.ts'
import { type InterviewRow, interviewRow, REPORT_SUBJECT } from './queries.ts'

/** What a report must still say before it is sent (R7331-3), and what no font can print. */
export function missingOfReport(interview: InterviewRow): FieldProblem[] {
  return [
    ...(interview.heldOn === null ? [{ pointer: '/heldOn', code: 'field-required' }] : []),
    ...missingParts(interview.report).map((part) => ({
      pointer: `/report/${part}`,
      code: 'field-required',
    })),
    ...unprintableTexts(interview.report, '/report'),
    ...unprintableTexts(interview.place, '/place'),
    ...unprintableTexts(interview.personName, '/person/name'),
  ]
}

/** Prints a report in French, whatever language people read the site in. Refuses with what is missing. */
export async function printReport(
  tx: Tx,
  ctx: Context,
  interview: InterviewRow,
): Promise<Uint8Array> {
  const missing = missingOfReport(interview)
  if (missing.length > 0) throw new ProblemError('interview-incomplete', undefined, missing)
  const facts = await reportFacts(tx, ctx, interview)
  return ctx.services.pdf.render(
    'interview-report',
    documentModel('interview-report', facts, 'fr'),
    ctx.now,
    undefined,
    await logoOf(tx, ctx.cooperativeId),
  )
}

async function reportFacts(
  tx: Tx,
  ctx: Context,
  interview: InterviewRow,
): Promise<InterviewReportFacts> {
  const { heldOn, personId, bornOn } = interview
  if (heldOn === null) throw new Error('a report is of an interview that was held')
  const { issuer, place } = await printedCooperative(tx, ctx.cooperativeId)
  const { contracts } = await readCareer(tx, ctx, personId)
  const contract = contracts.find(({ isActive, startsOn, endsOn, endedOn }) => {
    const lastDay = endedOn ?? endsOn
    return isActive && startsOn <= heldOn && (lastDay === undefined || lastDay >= heldOn)
  })
  return {
    issuer,
    place,
    number: interview.number,
    person: { fullName: interview.personName, bornOn: bornOn === null ? null : localDate(bornOn) },
    contract: contract ? { kind: contract.kind, number: contract.number } : null,
    conductorName: interview.conductorName,
    heldOn,
    way: interview.way,
    heldAt: interview.place,
    report: interview.report,
  }
}

/** The scan of what was signed outside, or the bytes that were signed, else those that were sent; before, the report as it stands. */
export async function reportFile(tx: Tx, ctx: Context, interviewId: string): Promise<FileAnswer> {
  const interview = await interviewRow(tx, ctx, interviewId)
  const { paperDocumentId } = interview
  if (paperDocumentId !== null)
    return documentFile(tx, ctx.cooperativeId, { documentId: paperDocumentId })
  const of = { kind: REPORT_SUBJECT, subjectId: interviewId }
  const isSent = interview.state === 'to_sign' || interview.state === 'signed'
  const sent = isSent ? await signatureState(tx, ctx, of) : null
  if (sent !== null) {
    const file = await readFile(tx, ctx.cooperativeId, sent.signedFileId ?? sent.fileId)
    return { ...file, isInline: true }
  }
  return {
    mediaType: 'application/pdf',
    fileName: `${interview.number}.pdf`,
    bytes: await printReport(tx, ctx, interview),
    isInline: true,
  }
}
