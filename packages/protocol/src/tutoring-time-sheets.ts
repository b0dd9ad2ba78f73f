import { TUTORING_SUBJECTS } from '@terreau/domain/tutoring/subjects'
import { HALF_DAYS, SHEET_LACKS } from '@terreau/domain/tutoring/time-sheet'
import { z } from 'zod'
import { instant, localDateCodec, shortText, uuid, yearMonthCodec } from './codecs.ts'
import { uploadProblems } from './documents.ts'
import { endpoint } from './endpoint.ts'

const count = z.number().int()
const text = z.string().trim().max(200).default('')

const sheet = {
  tag: 'tutoring',
  access: 'tutoring-sheet.read',
  method: 'GET',
  params: z.strictObject({ personId: uuid }),
  /** One of the list, or what somebody typed in an address: the sheet of a month may be drawn for several funders. */
  query: z.strictObject({
    month: yearMonthCodec,
    operationId: uuid.optional(),
    operation: text,
    operationName: text,
  }),
} as const

const operationWords = {
  name: shortText,
  funder: shortText,
  /** Number of the agreement, as the funder writes it. */
  reference: shortText,
  startsOn: localDateCodec,
  endsOn: localDateCodec,
}
const operationProblems = ['operation-dates-wrong', 'operation-exists'] as const

/** Time-sheets of tutors for a funder: approved sessions of a month by half-day, and what the sheet lacks. */
export const tutoringTimeSheetEndpoints = [
  endpoint({
    ...sheet,
    path: '/tutoring/time-sheets/:personId',
    summary: 'The time-sheet of a tutor for a month and an operation, and what it lacks',
    response: z.strictObject({
      personName: z.string(),
      month: yearMonthCodec,
      operation: z.string(),
      operationName: z.string(),
      funder: z.string(),
      /** First and last day of an operation of the list. */
      operationDates: z
        .strictObject({ startsOn: localDateCodec, endsOn: localDateCodec })
        .nullable(),
      hosts: z.array(z.string()),
      lines: z.array(
        z.strictObject({
          day: localDateCodec,
          halfDay: z.enum(HALF_DAYS).nullable(),
          startsAt: z.string().nullable(),
          minutes: count,
          subjects: z.array(z.enum(TUTORING_SUBJECTS)),
        }),
      ),
      totalMinutes: count,
      /** Printed on the PDF: two papers with one code say the same. Empty when there is nothing to print. */
      code: z.string(),
      /** The signed paper that came back last. */
      paper: z
        .strictObject({
          documentId: uuid,
          signedOn: localDateCodec,
          receivedAt: instant,
          receivedBy: z.string(),
          isSame: z.boolean(),
        })
        .nullable(),
      lacks: z.array(z.strictObject({ code: z.enum(SHEET_LACKS), count })),
    }),
  }),
  endpoint({
    ...sheet,
    path: '/tutoring/time-sheets/:personId/table',
    summary: 'The same sheet as CSV',
    responseKind: 'file',
  }),
  endpoint({
    ...sheet,
    path: '/tutoring/time-sheets/:personId/workbook',
    summary: 'The same sheet as a workbook (XLSX): minutes are numbers',
    responseKind: 'file',
  }),
  endpoint({
    ...sheet,
    path: '/tutoring/time-sheets/:personId/document',
    summary: 'The same sheet as a PDF, with places for both signatures',
    responseKind: 'file',
  }),
  endpoint({
    tag: 'tutoring',
    method: 'POST',
    path: '/tutoring/time-sheets/:personId/paper',
    summary: 'Records that the signed paper of a month came back, with its scan',
    access: 'tutoring.approve',
    params: z.strictObject({ personId: uuid }),
    query: z.strictObject({
      month: yearMonthCodec,
      operationId: uuid,
      signedOn: localDateCodec,
      /** The code that is printed on the paper: it says which hours were signed. */
      code: shortText,
      fileName: z.string().max(200),
    }),
    bodyKind: 'bytes',
    response: z.strictObject({ documentId: uuid }),
    problems: ['sheet-code-differs', 'signature-day-wrong', ...uploadProblems],
  }),
  endpoint({
    tag: 'tutoring',
    method: 'GET',
    path: '/tutoring/operations',
    summary: 'The operations that funders pay for, those that are closed too',
    access: 'tutoring-sheet.read',
    response: z.array(
      z.strictObject({
        ...operationWords,
        id: uuid,
        version: count,
        isClosed: z.boolean(),
      }),
    ),
  }),
  endpoint({
    tag: 'tutoring',
    method: 'POST',
    path: '/tutoring/operations',
    summary: 'Adds an operation to the list',
    access: 'tutoring.approve',
    body: z.strictObject(operationWords),
    response: z.strictObject({ id: uuid }),
    problems: operationProblems,
  }),
  endpoint({
    tag: 'tutoring',
    method: 'PUT',
    path: '/tutoring/operations/:operationId',
    summary: 'Writes the next version of an operation, or closes it; the versions before stay',
    access: 'tutoring.approve',
    params: z.strictObject({ operationId: uuid }),
    body: z.strictObject({ ...operationWords, isClosed: z.boolean() }),
    versioned: true,
    problems: operationProblems,
  }),
  endpoint({
    tag: 'tutoring',
    method: 'GET',
    path: '/tutoring/operations/:operationId/versions',
    summary: 'Each version of an operation with who wrote it and when, the last one first',
    access: 'tutoring-sheet.read',
    params: z.strictObject({ operationId: uuid }),
    response: z.array(
      z.strictObject({
        ...operationWords,
        version: count,
        isClosed: z.boolean(),
        byName: z.string(),
        at: instant,
      }),
    ),
  }),
] as const
