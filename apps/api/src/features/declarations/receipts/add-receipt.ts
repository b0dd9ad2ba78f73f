import type { YearMonth } from '@terreau/domain/time/year-month'
import type { receiptView } from '@terreau/protocol/declaration-views'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ownPersonId } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import type { SafeFile } from '../../../platform/uploads/inspect-upload.ts'
import { keepDocument } from '../../documents/index.ts'
import {
  type AskedMonth,
  draftToWrite,
  latestOrNew,
  type OwnDeclaration,
} from '../own-declaration.ts'
import { requireMonth } from '../own-months.ts'
import { forgetSentLines } from '../undo-return.ts'
import { type ReceiptRow, receiptsOf } from './receipt-queries.ts'

type ReceiptView = z.output<typeof receiptView>

interface NewReceipt {
  month: YearMonth
  activity: string | undefined
  lineId: string
  receiptId: string
  file: SafeFile
}

/** Far more pages than a month has; it only keeps one account from filling the disk. */
const MOST_RECEIPTS = 100

/**
 * Keeps the photo or PDF of a line. It may come before the line is complete, and after the declaration
 * was sent while staff have not accepted it: a question is often answered with a picture.
 */
export const addReceipt = mutation<NewReceipt, ReceiptView>({
  access: 'declaration.declare',
  async run(tx, ctx, input) {
    const month = await requireMonth(tx, ctx, { ...input, personId: ownPersonId(ctx) })
    const asked = { month, channel: 'phone' } as const
    const declaration = await declarationFor(tx, ctx, asked)
    const known = await receiptsOf(tx, ctx.cooperativeId, declaration.id)
    const twin = known.find((receipt) => receipt.id === input.receiptId)
    if (twin !== undefined) return { value: asView(twin), audit: 'unchanged' }
    if (known.length >= MOST_RECEIPTS) {
      const errors = [{ pointer: '/body', code: 'receipts-too-many' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    const { file } = input
    const { documentId } = await keepDocument(tx, ctx, {
      personId: month.personId,
      kind: 'receipt',
      file,
    })
    const receipt = { id: input.receiptId, lineId: input.lineId, documentId }
    await tx
      .insertInto('receipt')
      .values({
        cooperativeId: ctx.cooperativeId,
        declarationId: declaration.id,
        ...receipt,
        addedAt: ctx.now,
      })
      .execute()
    await markAttached(tx, ctx.cooperativeId, declaration.id, input.lineId)
    await forgetSentLines(tx, ctx, declaration.id)
    const entity = { kind: 'declaration', id: declaration.id }
    const after = { receiptId: receipt.id, lineId: receipt.lineId, mediaType: file.mediaType }
    return {
      value: { ...asView({ ...receipt, ...file }) },
      audit: [{ action: 'receipt.added', entity, after }],
    }
  },
})

async function declarationFor(tx: Tx, ctx: Context, asked: AskedMonth): Promise<OwnDeclaration> {
  const latest = await latestOrNew(tx, ctx, asked)
  if (latest.state === 'submitted' || latest.state === 'question') return latest
  return draftToWrite(tx, ctx, asked, latest)
}

/** A line that was sent without its receipt has it now. */
async function markAttached(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
  lineId: string,
): Promise<void> {
  await tx
    .updateTable('expenseLine')
    .set({ receiptState: 'attached' })
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .where('id', '=', lineId)
    .execute()
}

function asView(receipt: ReceiptRow): ReceiptView {
  const { id, lineId, mediaType, fileName } = receipt
  return { id, lineId, mediaType, fileName }
}
