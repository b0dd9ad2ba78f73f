import { INTERVIEW_STATES, INTERVIEW_WAYS } from '@terreau/domain/interviews/support-interview'
import { z } from 'zod'
import { localDateCodec, shortText, uuid } from './codecs.ts'
import { uploadProblems } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { signersWithoutEmail } from './signature-schemas.ts'

const part = z.string().trim().max(4_000)

/** What a report states: the four contents of C. trav. R7331-3, then what both agreed and what comes next. */
export const interviewReport = z.strictObject({
  review: part,
  outlook: part,
  actions: part,
  needs: part,
  agreed: part,
  nextSteps: part,
})

const written = {
  /** Null for one that was held without being planned. */
  plannedOn: localDateCodec.nullable(),
  /** 'HH:MM', or '' when no time was agreed. */
  plannedTime: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/),
  /** Null until it was held. */
  heldOn: localDateCodec.nullable(),
  conductorId: uuid,
  way: z.enum(INTERVIEW_WAYS),
  place: z.string().trim().max(200),
  report: interviewReport,
}

const line = {
  id: uuid,
  number: z.string(),
  state: z.enum(INTERVIEW_STATES),
  plannedOn: localDateCodec.nullable(),
  plannedTime: z.string(),
  heldOn: localDateCodec.nullable(),
  conductorName: z.string(),
  way: z.enum(INTERVIEW_WAYS),
  place: z.string(),
  /** The day the person signed the report that waits for the cooperative, or that both signed. */
  signedOn: localDateCodec.nullable(),
  /** The last request to sign the report. */
  signatureId: uuid.nullable(),
  /** The scan of a report that was signed by hand outside of the tool. */
  paperDocumentId: uuid.nullable(),
}

/** A period of twelve months of a CESA, as the clock counts it. */
const period = z.strictObject({
  id: z.string(),
  contractNumber: z.string().nullable(),
  startsOn: localDateCodec,
  endsOn: localDateCodec,
  state: z.enum(['running', 'met', 'passed', 'not-applicable']),
  done: z.int(),
  wanted: z.int(),
  /** In the language of the reader. */
  why: z.string(),
})

const interviewId = z.strictObject({ interviewId: uuid })
const personId = z.strictObject({ personId: uuid })
const dayProblems = [
  'interview-day-missing',
  'interview-in-future',
  'interview-planned-in-past',
  'conductor-unknown',
] as const

export const interviewsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/people/:personId/interviews',
    tag: 'interviews',
    summary:
      'The individual interviews of a person, newest first, and how many the law still wants',
    access: 'interview.read',
    params: personId,
    response: z.strictObject({
      today: localDateCodec,
      interviews: z.array(z.strictObject(line)),
      periods: z.array(period),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/interviews',
    tag: 'interviews',
    summary: 'Plans an individual interview, or records one that was held (C. trav. R7331-3)',
    access: 'interview.manage',
    params: personId,
    body: z.strictObject(written),
    response: z.strictObject({ id: uuid, number: z.string() }),
    problems: dayProblems,
  }),
  endpoint({
    method: 'GET',
    path: '/interviews/:interviewId',
    tag: 'interviews',
    summary: 'An interview: its days, its report, what the report lacks before it is signed',
    access: 'interview.read',
    params: interviewId,
    response: z.strictObject({
      ...line,
      ...written,
      person: z.strictObject({ id: uuid, name: z.string() }),
      missing: z.array(
        z.strictObject({
          pointer: z.string(),
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      ),
      /** A paper that waits for a second look; on one that is held, why the last paper was sent back. */
      paper: z
        .strictObject({
          receivedBy: z.string(),
          isOwn: z.boolean(),
          sentBack: z.string().nullable(),
        })
        .nullable(),
      signersWithoutEmail,
      version: z.int(),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/interviews/:interviewId',
    tag: 'interviews',
    summary: 'Changes an interview whose report nobody was asked to sign yet',
    access: 'interview.manage',
    versioned: true,
    params: interviewId,
    body: z.strictObject(written),
    response: z.strictObject({ version: z.int() }),
    problems: ['interview-act-not-allowed', ...dayProblems],
  }),
  endpoint({
    method: 'POST',
    path: '/interviews/:interviewId/sending',
    tag: 'interviews',
    summary: 'Fixes the bytes of a report and asks the person to sign it, then the cooperative',
    access: 'interview.manage',
    versioned: true,
    params: interviewId,
    response: z.strictObject({ signatureId: uuid, documentSha256: z.string() }),
    problems: ['interview-act-not-allowed', 'interview-incomplete', 'signature-already-open'],
  }),
  endpoint({
    method: 'GET',
    path: '/interviews/:interviewId/document',
    tag: 'interviews',
    summary: 'The report as it was signed or sent, or as it would be printed now (PDF)',
    access: 'interview.read',
    params: interviewId,
    responseKind: 'file',
    problems: ['interview-incomplete'],
  }),
  endpoint({
    method: 'POST',
    path: '/interviews/:interviewId/paper',
    tag: 'interviews',
    summary: 'Takes in the scan of a report that both signed by hand outside of the tool',
    access: 'interview.manage',
    params: interviewId,
    query: z.strictObject({ signedOn: localDateCodec, fileName: z.string().max(200) }),
    bodyKind: 'bytes',
    response: z.strictObject({ documentId: uuid }),
    problems: ['interview-act-not-allowed', 'signature-day-wrong', ...uploadProblems],
  }),
  endpoint({
    method: 'POST',
    path: '/interviews/:interviewId/paper-check',
    tag: 'interviews',
    summary: 'A second look says whether the scan is this report, signed',
    access: 'interview.manage',
    params: interviewId,
    body: z.strictObject({ isRight: z.boolean(), reason: z.string().trim().max(200) }),
    problems: ['interview-act-not-allowed', 'signature-second-look'],
  }),
  endpoint({
    method: 'POST',
    path: '/interviews/:interviewId/cancellation',
    tag: 'interviews',
    summary: 'Drops an interview whose report is not signed; a report that waits is taken back',
    access: 'interview.manage',
    params: interviewId,
    body: z.strictObject({ reason: shortText }),
    response: z.strictObject({}),
    problems: ['interview-act-not-allowed'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/interviews',
    tag: 'interviews',
    summary: 'The own interviews: when, with whom, and where the report is',
    access: 'own.read',
    response: z.strictObject({
      today: localDateCodec,
      interviews: z.array(z.strictObject(line)),
    }),
  }),
] as const
