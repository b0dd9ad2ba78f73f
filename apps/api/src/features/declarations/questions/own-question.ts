import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds, ownPersonId } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { lockDeclarations } from '../lock-declarations.ts'

interface OwnQuestion {
  declaration: { id: string; state: string; number: string | null }
  answer: string | null
  voiceFileId: string | null
}

/**
 * A question about a declaration of one's own that staff have not decided about yet. It takes words and a
 * voice, each once: who spoke may still add words, and the other way round.
 */
export async function ownQuestion(tx: Tx, ctx: Context, questionId: string): Promise<OwnQuestion> {
  const asked = found(
    await tx
      .selectFrom('question as q')
      .innerJoin('declaration as d', (join) =>
        join.onRef('d.cooperativeId', '=', 'q.cooperativeId').onRef('d.id', '=', 'q.declarationId'),
      )
      .select(['q.declarationId'])
      .where('q.cooperativeId', '=', ctx.cooperativeId)
      .where('q.id', '=', questionId)
      .where('d.personId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
      .executeTakeFirst(),
  )
  const [declaration] = await lockDeclarations(tx, ctx, [asked.declarationId])
  const question = await tx
    .selectFrom('question')
    .select(['answer', 'voiceFileId'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('declarationId', '=', asked.declarationId)
    .where('id', '=', questionId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  const isAsked = declaration?.state === 'question'
  const isToReview = declaration?.state === 'submitted' && question?.answer !== null
  if (declaration === undefined || question === undefined || !(isAsked || isToReview)) {
    throw new ProblemError('question-closed')
  }
  return { declaration, ...question }
}
