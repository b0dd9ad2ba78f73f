import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { askSurvey, surveysToAsk } from './ask-survey.ts'

/** Asks those who left what became of them, once after the last day and once six months later. */
export const askSurveysJob = defineJob({
  name: 'ask-exit-surveys',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ act }) {
    const due = await act((ctx, tx) => surveysToAsk(tx, ctx))
    for (const { contractId, round } of due)
      await act((ctx) => askSurvey(ctx, { contractId, round }))
  },
})
