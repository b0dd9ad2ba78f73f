import { createHash } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds } from '../../../platform/own-person.ts'

const CODE_LENGTH = 8

/** What a sheet says, without its language: the same hours print the same paper. */
export function fingerprintOf(printed: unknown): string {
  return createHash('sha256').update(JSON.stringify(printed)).digest('hex')
}

/** The start of a fingerprint, as people copy it from a paper. */
export function codeOf(fingerprint: string): string {
  const code = fingerprint.slice(0, CODE_LENGTH).toUpperCase()
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** The signed paper of a sheet that came back last, under any file of the person. */
export async function paperOf(
  tx: Tx,
  ctx: Context,
  of: { personId: string; month: YearMonth; operationId: string },
) {
  const row = await tx
    .selectFrom('timeSheetPaper as p')
    .leftJoin('appUser as u', 'u.id', 'p.receivedBy')
    .select(['p.documentId', 'p.signedOn', 'p.fingerprint', 'p.receivedAt', 'u.displayName'])
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.personId', 'in', fileIds(ctx.cooperativeId, of.personId))
    .where('p.month', '=', of.month)
    .where('p.operationId', '=', of.operationId)
    .orderBy('p.receivedAt', 'desc')
    .orderBy('p.id')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, signedOn: localDate(row.signedOn) }
}
