import type { YearMonth } from '@terreau/domain/time/year-month'
import { mutation } from '../../../platform/mutation.ts'
import { ownPersonId } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { withdrawDocument } from '../../documents/index.ts'
import { findDeclaration } from '../own-declaration.ts'
import { requireMonth } from '../own-months.ts'
import { forgetSentLines } from '../undo-return.ts'

/** Takes a receipt off a draft. Once sent, what staff may have read stays. */
export const removeReceipt = mutation<
  { month: YearMonth; activity: string | undefined; receiptId: string },
  undefined
>({
  access: 'declaration.declare',
  async run(tx, ctx, input) {
    const month = await requireMonth(tx, ctx, { ...input, personId: ownPersonId(ctx) })
    const known = await findDeclaration(tx, ctx.cooperativeId, month, { isLocked: true })
    const declaration = found(known)
    if (declaration.state !== 'draft') {
      const params = { state: declaration.state, act: 'remove-receipt' }
      throw new ProblemError('declaration-act-not-allowed', params)
    }
    const removed = await tx
      .deleteFrom('receipt')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('declarationId', '=', declaration.id)
      .where('id', '=', input.receiptId)
      .returning('documentId')
      .executeTakeFirst()
    if (removed === undefined) return { value: undefined, audit: 'unchanged' }
    await forgetSentLines(tx, ctx, declaration.id)
    await withdrawDocument(tx, ctx, removed.documentId)
    const entity = { kind: 'declaration', id: declaration.id }
    const before = { receiptId: input.receiptId }
    return { value: undefined, audit: [{ action: 'receipt.removed', entity, before }] }
  },
})
