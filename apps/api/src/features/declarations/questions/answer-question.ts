import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { settleState } from './open-questions.ts'
import { ownQuestion } from './own-question.ts'

/** The person answers; the declaration goes back to the queue when nothing else is asked. */
export const answerQuestion = mutation<
  { questionId: string; text: string },
  { state: 'submitted' | 'question' }
>({
  access: 'declaration.declare',
  async run(tx, ctx, { questionId, text }) {
    const { declaration, answer } = await ownQuestion(tx, ctx, questionId)
    if (answer !== null && answer !== '') throw new ProblemError('question-already-answered')
    await tx
      .updateTable('question')
      .set({ answer: text, answeredBy: userIdOf(ctx), answeredAt: ctx.now })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('declarationId', '=', declaration.id)
      .where('id', '=', questionId)
      .execute()
    const state = await settleState(tx, ctx, declaration)
    const entity = { kind: 'declaration', id: declaration.id }
    return {
      value: { state },
      audit: [{ action: 'question.answered', entity, after: { questionId, state } }],
    }
  },
})
