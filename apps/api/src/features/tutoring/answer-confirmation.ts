import { type Answer, sessionOfAnswers } from '@terreau/domain/tutoring/answers'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isGesture } from '../../platform/gesture.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { openConfirmation } from './open-confirmation.ts'
import { isOwnHours } from './own-hours.ts'
import type { DisputedWhat } from './queries.ts'
import { lockSession } from './write-session.ts'

interface AnswerInput {
  token: string
  answer: Answer
  what: DisputedWhat | null
  gesture: string
}

/**
 * The person helped says whether it is true, from a link, without an account. Each answer is a row: a change
 * of mind within 7 days adds one. The tutor can never answer for them, even on the same phone, and the
 * gesture is of the version they saw: a session that was corrected meanwhile is read again first.
 */
export const answerConfirmation = mutation({
  access: 'code-holder',
  async run(tx, ctx, input: AnswerInput) {
    const { cooperativeId, sessionId } = await openConfirmation(tx, input.token, ctx.now)
    const within = { ...ctx, cooperativeId }
    await lockSession(tx, within, { sessionId })
    const asked = await openConfirmation(tx, input.token, ctx.now)
    const opened = { token: input.token, version: asked.version }
    if (!isGesture(ctx.services.secrets, opened, input.gesture, ctx.now))
      throw new ProblemError('gesture-missing')
    if (isOwnHours(ctx, asked.tutorPersonId)) throw new ProblemError('forbidden')
    if (!asked.shown.mayAnswer) throw new ProblemError('answer-final')
    const what = input.answer === 'yes' ? null : (input.what ?? 'did_not_happen')
    await writeAnswer(tx, within, { ...asked, answer: input.answer, what })
    return {
      value: { answer: input.answer },
      journal: { actor: { kind: 'visitor' }, cooperativeId },
      audit: [
        {
          action: 'tutoring.answered',
          entity: { kind: 'tutoring-session', id: sessionId },
          after: { answer: input.answer, what, channel: asked.channel, version: asked.version },
        },
      ],
    }
  },
})

interface Given {
  sessionId: string
  tuteeId: string
  version: number
  channel: 'mailed' | 'shared'
  answer: Answer
  what: DisputedWhat | null
}

async function writeAnswer(tx: Tx, ctx: Context, given: Given): Promise<void> {
  const { cooperativeId } = ctx
  const { sessionId, tuteeId: tuteePersonId, version: sessionVersion, answer, what } = given
  const earlier = await tx
    .selectFrom('tutoringAnswer')
    .select(({ fn }) => [
      fn.countAll<bigint>().as('count'),
      fn.max<Date | null>('answeredAt').as('lastAt'),
    ])
    .where('cooperativeId', '=', cooperativeId)
    .where('sessionId', '=', sessionId)
    .where('sessionVersion', '=', sessionVersion)
    .where('tuteePersonId', '=', tuteePersonId)
    .executeTakeFirstOrThrow()
  // Of two requests of one moment, the one that came first may be written last: it is the later answer.
  const answeredAt = earlier.lastAt !== null && earlier.lastAt > ctx.now ? earlier.lastAt : ctx.now
  const row = { cooperativeId, sessionId, tuteePersonId, answer, what, answeredAt }
  await tx
    .insertInto('tutoringAnswer')
    .values({ ...row, sessionVersion, channel: given.channel, n: Number(earlier.count) + 1 })
    .execute()
  await tx
    .updateTable('tutoringPart')
    .set((eb) => ({
      answer,
      what,
      answeredAt,
      firstAnsweredAt: eb.fn.coalesce('firstAnsweredAt', eb.val(ctx.now)),
    }))
    .where('cooperativeId', '=', cooperativeId)
    .where('sessionId', '=', sessionId)
    .where('tuteePersonId', '=', tuteePersonId)
    .execute()
  await tx
    .updateTable('tutoringSession')
    .set({ ...(await stateOfParts(tx, ctx, sessionId)), stateAt: ctx.now })
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', sessionId)
    .execute()
}

async function stateOfParts(tx: Tx, ctx: Context, sessionId: string) {
  const parts = await tx
    .selectFrom('tutoringPart')
    .select(['answer', 'firstAnsweredAt'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('sessionId', '=', sessionId)
    .execute()
  return sessionOfAnswers(parts.map((part) => ({ ...part, answer: part.answer as Answer | null })))
}
