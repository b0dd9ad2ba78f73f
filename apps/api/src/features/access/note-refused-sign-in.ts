import { z } from 'zod'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { mutation, type Outcome } from '../../platform/mutation.ts'
import type { ProblemError } from '../../platform/problem-error.ts'
import { userIdByEmail } from './queries.ts'
import { entranceOf } from './start-session.ts'

/**
 * A refused way in. The journal line is written by a job, whether or not the address is known, so that
 * both answers cost the same. Asking for the second factor is a step, not a refusal worth a line.
 */
export function refusedSignIn(
  refusal: ProblemError,
  attempt: { email: string; means: 'code' | 'password' },
): Outcome<never> {
  const note = noteRefusedSignInJob.queue({ cooperativeId: '', ...attempt, because: refusal.code })
  return {
    value: undefined as never,
    audit: 'unchanged',
    jobs: refusal.code === 'sign-in-second-factor' ? [] : [note],
    refusal,
  }
}

export const noteRefusedSignInJob = defineJob({
  name: 'note-refused-sign-in',
  payload: z.object({
    cooperativeId: z.literal(''),
    email: z.string(),
    means: z.enum(['code', 'password']),
    because: z.string(),
  }),
  async handle({ payload, act }) {
    const { email, means, because } = payload
    await act((ctx) => noteRefusedSignIn(ctx, { email, means, because }))
  },
})

const noteRefusedSignIn = mutation<{ email: string; means: string; because: string }, void>({
  access: 'system',
  async run(tx, ctx, { email, means, because }) {
    const userId = await userIdByEmail(tx, email)
    const entrance = userId === null ? undefined : await entranceOf(tx, userId)
    if (userId === null || entrance === undefined) return { value: undefined, audit: 'unchanged' }
    return {
      value: undefined,
      audit: [
        {
          action: 'sign-in.failed',
          entity: { kind: 'user', id: userId },
          after: { means, because },
        },
      ],
      journal: { actor: ctx.actor, cooperativeId: entrance.cooperativeId },
    }
  },
})
