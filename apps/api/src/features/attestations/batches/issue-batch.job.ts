import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { failItem, issueItems, waitingPeople } from './issue-items.ts'

/** Issued in one transaction: enough that statements are shared, few enough that others' numbers wait little. */
const CHUNK = 25

/**
 * Issues the certificates of a batch, some at a time. A crash goes on with those that wait. When a group
 * cannot be issued, each of its people is tried alone, so that one never stops the others.
 */
export const attestationBatchJob = defineJob({
  name: 'attestation-batch',
  payload: z.object({ cooperativeId: z.uuid(), batchId: z.uuid() }),
  async handle({ services, payload, act }) {
    const { cooperativeId, batchId } = payload
    const issue = (personIds: readonly string[]) =>
      act((ctx) => issueItems(ctx, { batchId, personIds }))
    for (;;) {
      const people = await act((_ctx, tx) => waitingPeople(tx, cooperativeId, batchId, CHUNK))
      if (people.length === 0) return
      try {
        await issue(people)
      } catch (error) {
        services.log.warn({ batchId, kind: kindOf(error) }, 'a group of certificates failed')
        for (const personId of people) await issueAlone(personId)
      }
    }

    async function issueAlone(personId: string): Promise<void> {
      try {
        await issue([personId])
      } catch (error) {
        services.log.error({ batchId, personId, kind: kindOf(error) }, 'certificate not issued')
        await act((ctx) => failItem(ctx, { batchId, personId }))
      }
    }
  },
})

/** Messages may quote data: only the kind of the error reaches the log. */
function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
