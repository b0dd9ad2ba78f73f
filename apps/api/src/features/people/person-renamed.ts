import { z } from 'zod'
import type { QueuedJob } from '../../platform/jobs/queue.ts'

/** The job that whoever prints names runs once a name was written anew; `closing` defines it. */
export const PERSON_RENAMED = 'person-renamed'

export const renamedPerson = z.object({ cooperativeId: z.uuid(), personId: z.uuid() })

/** Tells, when the transaction commits, that the name of a person was written anew. */
export function personRenamed(payload: z.infer<typeof renamedPerson>): QueuedJob {
  return { name: PERSON_RENAMED, payload }
}
