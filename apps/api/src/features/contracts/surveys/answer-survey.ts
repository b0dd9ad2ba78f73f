import { isEmptyAnswer, type SurveyAnswers } from '@terreau/domain/contracts/exit-survey'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { isGesture } from '../../../platform/gesture.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { openSurvey, refuseClosed, type Survey, surveyOf } from './survey-link.ts'

/** What a page of a link showed never changes, so a gesture is bound to the link alone. */
export const SURVEY_VERSION = 1

/** Whoever left answers from a link, once. Nothing is kept before they send it. */
export const answerByLink = mutation<SurveyAnswers & { token: string; gesture: string }, undefined>(
  {
    access: 'code-holder',
    async run(tx, ctx, { token, gesture, ...answers }) {
      const { survey, channel } = await openSurvey(tx, ctx, token)
      const shown = { token, version: SURVEY_VERSION }
      if (!isGesture(ctx.services.secrets, shown, gesture, ctx.now))
        throw new ProblemError('gesture-missing')
      refuseClosed(ctx, survey)
      await keepAnswer(tx, ctx, survey, {
        ...answers,
        channel,
        isDeclined: false,
        recordedBy: null,
      })
      const { cooperativeId, contractId, round } = survey
      return {
        value: undefined,
        journal: { actor: { kind: 'visitor' }, cooperativeId },
        audit: [
          {
            action: 'exit-survey.answered',
            entity: { kind: 'contract', id: contractId },
            after: { round, channel },
          },
        ],
      }
    },
  },
)

/** What somebody said on the phone, written down by a colleague; or that they prefer not to answer. */
export const recordAnswer = mutation<
  SurveyAnswers & { surveyId: string; isDeclined: boolean },
  undefined
>({
  access: 'contract.create',
  async run(tx, ctx, { surveyId, ...given }) {
    const { cooperativeId } = ctx
    const survey = await surveyOf(tx, { cooperativeId, surveyId })
    refuseClosed(ctx, survey)
    const answer = given.isDeclined ? { ...NOTHING, isDeclined: true } : given
    const recordedBy = userIdOf(ctx)
    await keepAnswer(tx, ctx, survey, { ...answer, channel: 'phone', recordedBy })
    const { contractId, round } = survey
    const after = { round, channel: 'phone', isDeclined: given.isDeclined }
    return {
      value: undefined,
      audit: [
        { action: 'exit-survey.answered', entity: { kind: 'contract', id: contractId }, after },
      ],
    }
  },
})

const NOTHING: SurveyAnswers = { situation: null, living: null, helped: null, words: '' }

async function keepAnswer(
  tx: Tx,
  ctx: Context,
  { cooperativeId, id }: Survey,
  answer: SurveyAnswers & {
    channel: 'mailed' | 'shared' | 'phone'
    isDeclined: boolean
    recordedBy: string | null
  },
): Promise<void> {
  if (!answer.isDeclined && isEmptyAnswer(answer)) {
    const code = 'survey-empty'
    throw new ProblemError(code, {}, [{ pointer: '/body/situation', code, params: {} }])
  }
  const kept = await tx
    .insertInto('exitSurveyAnswer')
    .values({ cooperativeId, surveyId: id, ...answer, answeredAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('surveyId')
    .executeTakeFirst()
  // Two answers at once: the first one stands.
  if (kept === undefined) throw new ProblemError('survey-closed')
}
