import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { alertPaper, papersToAlert } from './alert-paper.ts'
import { followPaper, papersToFollow } from './follow-paper.ts'

/**
 * Tells people and whoever follows them that a paper ends, once at each threshold; before that, what the office
 * put in a file becomes a piece that the person may send again. One transaction a paper.
 */
export const alertPapersJob = defineJob({
  name: 'alert-papers',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ act }) {
    const toFollow = await act((ctx, tx) => papersToFollow(tx, ctx))
    for (const documentId of toFollow) await act((ctx) => followPaper(ctx, { documentId }))
    const papers = await act((ctx, tx) => papersToAlert(tx, ctx))
    for (const { id } of papers) await act((ctx) => alertPaper(ctx, { id }))
  },
})
