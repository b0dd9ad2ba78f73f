import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { peopleToRemind, remindPerson } from './remind-person.ts'

/**
 * Reminds people of the pieces that are missing, once a day. One transaction a person: a crash leaves nobody
 * reminded twice, because the reminder itself moves the next one.
 */
export const remindJob = defineJob({
  name: 'remind-pieces',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ act }) {
    const people = await act((ctx, tx) => peopleToRemind(tx, ctx))
    for (const personId of people) await act((ctx) => remindPerson(ctx, { personId }))
  },
})
