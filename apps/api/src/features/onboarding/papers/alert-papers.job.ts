import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { alertPaper, papersToAlert } from './alert-paper.ts'

/** Tells people and whoever follows them that a paper ends, once at each threshold. One transaction a paper. */
export const alertPapersJob = defineJob({
  name: 'alert-papers',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ act }) {
    const papers = await act((ctx, tx) => papersToAlert(tx, ctx))
    for (const { id } of papers) await act((ctx) => alertPaper(ctx, { id }))
  },
})
