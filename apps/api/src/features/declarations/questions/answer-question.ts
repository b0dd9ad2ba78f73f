import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { fileIds, ownPersonId } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { lockDeclarations } from '../lock-declarations.ts'
import { settleState } from './open-questions.ts'

/** The person answers; the declaration goes back to the queue when nothing else is asked. */
export const answerQuestion = mutation<
  { questionId: string; text: string },
  { state: 'submitted' | 'question' }
>({
  access: 'declaration.declare',
  async run(tx, ctx, { questionId, text }) {
    const asked = found(
      await tx
        .selectFrom('question as q')
        .innerJoin('declaration as d', (join) =>
          join
            .onRef('d.cooperativeId', '=', 'q.cooperativeId')
            .onRef('d.id', '=', 'q.declarationId'),
        )
        .select(['q.declarationId'])
        .where('q.cooperativeId', '=', ctx.cooperativeId)
        .where('q.id', '=', questionId)
        .where('d.personId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
        .executeTakeFirst(),
    )
    const [declaration] = await lockDeclarations(tx, ctx, [asked.declarationId])
    if (declaration?.state !== 'question') throw new ProblemError('question-already-answered')
    const answered = await tx
      .updateTable('question')
      .set({ answer: text, answeredBy: userIdOf(ctx), answeredAt: ctx.now })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('declarationId', '=', declaration.id)
      .where('id', '=', questionId)
      .where('answer', 'is', null)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst()
    if (answered.numUpdatedRows === 0n) throw new ProblemError('question-already-answered')
    const state = await settleState(tx, ctx, declaration)
    const entity = { kind: 'declaration', id: declaration.id }
    return {
      value: { state },
      audit: [{ action: 'question.answered', entity, after: { questionId, state } }],
    }
  },
})
