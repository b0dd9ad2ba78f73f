import { TUTORING_SUBJECTS } from '@terreau/domain/tutoring/subjects'
import { HALF_DAYS, SHEET_LACKS } from '@terreau/domain/tutoring/time-sheet'
import { z } from 'zod'
import { localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const count = z.number().int()
const text = z.string().trim().max(200).default('')

const sheet = {
  tag: 'tutoring',
  access: 'tutoring-sheet.read',
  method: 'GET',
  params: z.strictObject({ personId: uuid }),
  /** The operation is that of the address: the sheet of a month may be drawn for several funders. */
  query: z.strictObject({ month: yearMonthCodec, operation: text, operationName: text }),
} as const

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
] as const
