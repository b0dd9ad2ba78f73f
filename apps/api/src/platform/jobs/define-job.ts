import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { actAs } from '../mutation.ts'
import type { Services } from '../services.ts'
import type { QueuedJob } from './queue.ts'

export interface JobDefinition {
  readonly name: string
  run(services: Services, payload: unknown): Promise<void>
}

/** What a handler gets. `act` opens one transaction; slow work (mail, PDF) stays outside of it. */
export interface JobRun<P> {
  services: Services
  payload: P
  act<T>(run: (ctx: Context, tx: Tx) => Promise<T>): Promise<T>
}

/**
 * A background job: shallow by design, it calls verbs. Its payload always names the cooperative, and its
 * handler may run twice after a crash, so effects are idempotent by key.
 */
export function defineJob<P extends { cooperativeId: string }>(definition: {
  name: string
  payload: z.ZodType<P>
  handle: (job: JobRun<P>) => Promise<void>
}): JobDefinition & { queue(payload: P, options?: { key?: string; runAt?: Date }): QueuedJob } {
  return {
    name: definition.name,
    async run(services, raw) {
      const payload = definition.payload.parse(raw)
      const who = {
        actor: { kind: 'job', name: definition.name } as const,
        cooperativeId: payload.cooperativeId,
        requestId: `job:${definition.name}`,
      }
      await definition.handle({ services, payload, act: (run) => actAs(services, who, run) })
    },
    queue: (payload, options = {}) => ({ name: definition.name, payload, ...options }),
  }
}
