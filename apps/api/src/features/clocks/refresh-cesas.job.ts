import { localDate } from '@terreau/domain/time/local-date'
import { z } from 'zod'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { mutation } from '../../platform/mutation.ts'
import { peopleWithCesa } from './assemblies.ts'
import { refreshClocks } from './refresh-clocks.ts'

const AT_ONCE = 100

/** An assembly moves a clock of every CESA: they are written again, a hundred people in each transaction. */
export const refreshCesasJob = defineJob({
  name: 'refresh-cesa-clocks',
  payload: z.object({ cooperativeId: z.uuid(), heldOn: z.iso.date() }),
  async handle({ payload: { heldOn }, act }) {
    const people = await act((ctx, tx) => peopleWithCesa(tx, ctx, localDate(heldOn)))
    for (let at = 0; at < people.length; at += AT_ONCE)
      await act((ctx) => refreshSome(ctx, people.slice(at, at + AT_ONCE)))
  },
})

const refreshSome = mutation<readonly string[], undefined>({
  access: 'system',
  async run(tx, ctx, people) {
    for (const personId of people) await refreshClocks(tx, ctx, personId)
    return { value: undefined, audit: 'unchanged' }
  },
})
