import { z } from 'zod'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { alertPermit, permitsToAlert } from './alert-permit.ts'

/** Tells people and whoever follows them that a permit ends, once at each threshold. One transaction a permit. */
export const alertPermitsJob = defineJob({
  name: 'alert-permits',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ act }) {
    const permits = await act((ctx, tx) => permitsToAlert(tx, ctx))
    for (const { id } of permits) await act((ctx) => alertPermit(ctx, { id }))
  },
})
