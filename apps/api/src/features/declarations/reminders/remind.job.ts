import { monthOf, previousMonth } from '@terreau/domain/time/year-month'
import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { remindByClock } from './remind-missing.ts'

/** Reminds, once a day, who has not declared the last month. One reminder a day and person, whatever restarts. */
export const remindDeclarationsJob = defineJob({
  name: 'remind-declarations',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ act }) {
    await act((ctx) => remindByClock(ctx, { month: previousMonth(monthOf(ctx.today)) }))
  },
})
