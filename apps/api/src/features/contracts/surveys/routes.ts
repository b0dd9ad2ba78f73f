import { pick } from '@terreau/protocol/endpoint'
import { exitSurveysEndpoints as on } from '@terreau/protocol/exit-surveys'
import { newGesture } from '../../../platform/gesture.ts'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { countAttempt } from '../../access/index.ts'
import { answerByLink, recordAnswer, SURVEY_VERSION } from './answer-survey.ts'
import { openSurvey, shareSurvey } from './survey-link.ts'
import { contractSurveys, surveyFigures } from './survey-views.ts'

export function mountExitSurveys(router: Router): void {
  mount(router, pick(on, 'GET /contracts/:contractId/surveys'), ({ tx, ctx, params }) =>
    contractSurveys(tx, ctx, params.contractId),
  )
  mount(router, pick(on, 'POST /exit-surveys/:surveyId/link'), ({ ctx, params }) =>
    shareSurvey(ctx, params),
  )
  mount(router, pick(on, 'POST /exit-surveys/:surveyId/answer'), ({ ctx, params, body }) =>
    recordAnswer(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'GET /exit-survey-figures'), ({ tx, ctx, query }) =>
    surveyFigures(tx, ctx, query),
  )
  mount(
    router,
    pick(on, 'GET /surveys/:token'),
    async ({ tx, ctx, params: { token } }) => {
      const { survey } = await openSurvey(tx, ctx, token)
      const { greeted, round, lastDay, cooperative, isAnswered } = survey
      const shown = { token, version: SURVEY_VERSION }
      const gesture = newGesture(ctx.services.secrets, shown, ctx.now)
      return { greeted, round, lastDay, cooperative, isAnswered, gesture }
    },
    ({ services, clientNetwork }) =>
      countAttempt(services, 'public-code', { network: clientNetwork }),
  )
  mount(router, pick(on, 'POST /surveys/:token'), ({ ctx, params, body }) =>
    answerByLink(ctx, { ...params, ...body }),
  )
}
