import { mutation } from '../../platform/mutation.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { isGesture } from './gesture.ts'
import { openConfirmation } from './open-confirmation.ts'
import type { Answer, DisputedWhat } from './queries.ts'

interface AnswerInput {
  token: string
  answer: Answer
  what: DisputedWhat | null
  gesture: string
}

/**
 * The person helped says whether it is true, from a link, without an account. Each answer is a row: a change
 * of mind within 7 days adds one. The tutor can never answer for them, even on the same phone.
 */
export const answerConfirmation = mutation({
  access: 'code-holder',
  async run(tx, ctx, input: AnswerInput) {
    if (!isGesture(ctx.services.secrets, input.token, input.gesture, ctx.now)) {
      throw new ProblemError('gesture-missing')
    }
    const asked = await openConfirmation(tx, input.token, ctx.now)
    const isTutor = ownPersonIds(ctx).includes(asked.tutorPersonId)
    if (isTutor) throw new ProblemError('forbidden')
    if (!asked.mayAnswer) throw new ProblemError('answer-final')
    const value = { answer: input.answer }
    await tx
      .insertInto('tutoringAnswer')
      .values({
        cooperativeId: asked.cooperativeId,
        sessionId: asked.sessionId,
        n: asked.answersCount + 1,
        answer: input.answer,
        what: input.answer === 'yes' ? null : (input.what ?? 'did_not_happen'),
        answeredAt: ctx.now,
      })
      .execute()
    return {
      value,
      journal: { actor: { kind: 'visitor' }, cooperativeId: asked.cooperativeId },
      audit: [
        {
          action: 'tutoring.answered',
          entity: { kind: 'tutoring-session', id: asked.sessionId },
          after: { answer: input.answer, what: input.what },
        },
      ],
    }
  },
})
