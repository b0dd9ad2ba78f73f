import { z } from 'zod'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { interviewsToRemind, remindInterview } from './remind-interview.ts'

/** Reminds people, the day before, of the interview that was planned with them. Each once. */
export const remindInterviewsJob = defineJob({
  name: 'remind-interviews',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ act }) {
    const interviews = await act((ctx, tx) => interviewsToRemind(tx, ctx))
    for (const interviewId of interviews) await act((ctx) => remindInterview(ctx, { interviewId }))
  },
})
