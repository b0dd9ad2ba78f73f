import { mayAct, type ReviewAnswer } from '@terreau/domain/tutoring/agreement'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { isGesture } from '../../../platform/gesture.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { isOwnHours } from '../own-hours.ts'
import { openAgreement } from './agreement-link.ts'
import { lockAgreement } from './agreement-queries.ts'

/**
 * One side says yes or no to the wording they saw, from a link, without an account. Each answer is a row, and
 * the last counts until it is countersigned. Neither can answer for the other while signed in as oneself.
 */
export const answerAgreement = mutation({
  access: 'code-holder',
  async run(tx, ctx, input: { token: string; answer: 'yes' | 'no'; gesture: string }) {
    const { agreement, side, channel } = await openWithGesture(tx, ctx, input)
    const { cooperativeId, relationId, version, state } = agreement
    if (state === null || !mayAct(state, 'answer'))
      throw new ProblemError('agreement-act-not-allowed')
    const n = agreement.answers.filter((one) => one.side === side).length + 1
    const { answer } = input
    await tx
      .insertInto('tutoringAgreementAnswer')
      .values({
        cooperativeId,
        relationId,
        version,
        side,
        n,
        answer,
        channel,
        answeredAt: ctx.now,
      })
      .execute()
    return {
      value: { answer },
      journal: { actor: { kind: 'visitor' }, cooperativeId },
      audit: [
        {
          action: 'tutoring.agreement-answered',
          entity: { kind: 'tutoring-relation', id: relationId },
          after: { version, side, answer, channel },
        },
      ],
    }
  },
})

interface ReviewInput {
  token: string
  gesture: string
  aimAnswer: ReviewAnswer
  helpAnswer: ReviewAnswer
  againAnswer: ReviewAnswer
  words: string
}

/** One side looks back in three questions, once. */
export const reviewAgreement = mutation({
  access: 'code-holder',
  async run(tx, ctx, input: ReviewInput) {
    const { agreement, side } = await openWithGesture(tx, ctx, input)
    const { cooperativeId, relationId, version, state, reviews } = agreement
    const isGiven = reviews.some((review) => review.side === side)
    if (state === null || !mayAct(state, 'review') || isGiven)
      throw new ProblemError('agreement-act-not-allowed')
    const { token: _, gesture: __, words, ...answers } = input
    await tx
      .insertInto('tutoringReview')
      .values({ cooperativeId, relationId, version, side, ...answers, words, answeredAt: ctx.now })
      .execute()
    return {
      value: undefined,
      journal: { actor: { kind: 'visitor' }, cooperativeId },
      audit: [
        {
          action: 'tutoring.reviewed',
          entity: { kind: 'tutoring-relation', id: relationId },
          after: { version, side, ...answers },
        },
      ],
    }
  },
})

async function openWithGesture(
  tx: Tx,
  ctx: Context,
  { token, gesture }: { token: string; gesture: string },
) {
  const first = await openAgreement(tx, token, ctx.now)
  await lockAgreement(tx, first.agreement)
  const opened = await openAgreement(tx, token, ctx.now)
  const { version } = opened.agreement
  if (!isGesture(ctx.services.secrets, { token, version }, gesture, ctx.now))
    throw new ProblemError('gesture-missing')
  const other = opened.agreement[opened.side === 'tutor' ? 'tutee' : 'tutor']
  if (isOwnHours(ctx, other.personId)) throw new ProblemError('forbidden')
  return opened
}
