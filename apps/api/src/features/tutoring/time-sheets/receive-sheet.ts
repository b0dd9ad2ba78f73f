import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import type { SafeFile } from '../../../platform/uploads/inspect-upload.ts'
import { keepDocument } from '../../documents/index.ts'
import { deciderId } from '../own-hours.ts'
import { operationOf } from './operations.ts'
import { readTimeSheet } from './read-time-sheet.ts'

interface Received {
  personId: string
  month: YearMonth
  operationId: string
  signedOn: LocalDate
  code: string
  file: SafeFile
}

/**
 * The signed paper of a month came back. Its code must be that of the sheet as it stands: a paper about other hours
 * is signed again, not recorded.
 */
export const receiveSheet = mutation<Received, { documentId: string }>({
  access: 'tutoring.approve',
  async run(tx, ctx, { signedOn, code, file, ...of }) {
    const operation = await operationOf(tx, ctx, of.operationId)
    const asked = { ...of, operation: '', operationName: '' }
    const sheet = await readTimeSheet(tx, ctx, asked)
    const lastLine = sheet.lines.at(-1)
    if (lastLine === undefined || plain(code) !== plain(sheet.code))
      throw atField('code', 'sheet-code-differs')
    if (signedOn < lastLine.day || signedOn > ctx.today)
      throw atField('signedOn', 'signature-day-wrong')
    const { personId, month, operationId } = of
    const { documentId } = await keepDocument(tx, ctx, { personId, kind: 'signed_paper', file })
    await tx
      .insertInto('timeSheetPaper')
      .values({
        cooperativeId: ctx.cooperativeId,
        id: randomUUID(),
        personId,
        month,
        operationId,
        operationVersion: operation.version,
        documentId,
        signedOn,
        fingerprint: sheet.fingerprint,
        receivedAt: ctx.now,
        receivedBy: deciderId(ctx),
      })
      .execute()
    const after = { month, operationId, signedOn, documentId, code: sheet.code }
    return {
      value: { documentId },
      audit: [{ action: 'time-sheet.signed', entity: { kind: 'person', id: personId }, after }],
    }
  },
})

/** Spaces, hyphens and small letters are nothing: people copy by hand. */
function plain(code: string): string {
  return code.replaceAll(/[^0-9a-z]/gi, '').toUpperCase()
}

function atField(field: string, code: 'sheet-code-differs' | 'signature-day-wrong'): ProblemError {
  return new ProblemError(code, undefined, [{ pointer: `/query/${field}`, code }])
}
