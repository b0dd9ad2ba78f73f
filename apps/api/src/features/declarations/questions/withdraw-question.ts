import { cancelMails } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { lockDeclarations } from '../lock-declarations.ts'
import { settleState } from './open-questions.ts'

/** Takes a question back. A message that has not left never leaves. */
export const withdrawQuestion = mutation<{ declarationId: string; questionId: string }, undefined>({
  access: 'declaration.review',
  async run(tx, ctx, { declarationId, questionId }) {
    const [declaration] = await lockDeclarations(tx, ctx, [declarationId])
    if (declaration === undefined) throw new ProblemError('not-found')
    const question = found(
      await tx
        .selectFrom('question')
        .select(['answer', 'withdrawnAt', 'mailId'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('declarationId', '=', declarationId)
        .where('id', '=', questionId)
        .executeTakeFirst(),
    )
    if (question.answer !== null) throw new ProblemError('question-already-answered')
    if (question.withdrawnAt !== null) return { value: undefined, audit: 'unchanged' }
    await tx
      .updateTable('question')
      .set({ withdrawnAt: ctx.now })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('declarationId', '=', declarationId)
      .where('id', '=', questionId)
      .execute()
    if (question.mailId !== null) await cancelMails(tx, ctx, [question.mailId])
    if (declaration.state === 'question') await settleState(tx, ctx, declaration)
    const entity = { kind: 'declaration', id: declarationId }
    return {
      value: undefined,
      audit: [{ action: 'question.withdrawn', entity, before: { questionId } }],
    }
  },
})
