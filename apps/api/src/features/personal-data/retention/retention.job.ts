import { retentionRule } from '@terreau/domain/retention/kinds'
import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { runRetention } from './run.ts'

/**
 * Each night: what nobody has to decide goes (contacts, messages, logs, copies); the files of people go once
 * the direction has seen what is due and let the night erase it.
 */
export const retentionJob = defineJob({
  name: 'retention',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ act }) {
    await runRetention(
      act,
      (kind, isSwitchedOn) => isSwitchedOn || retentionRule(kind).isAlwaysErased,
    )
  },
})
