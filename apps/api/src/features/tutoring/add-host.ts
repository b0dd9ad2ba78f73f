import { randomUUID } from 'node:crypto'
import type { HostForm } from '@terreau/domain/tutoring/hosts'
import { mutation } from '../../platform/mutation.ts'

/** Records a structure in which people help. Its kind is never edited: it says whether volunteers may be there. */
export const addHost = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, input: { name: string; form: HostForm }) {
    const id = randomUUID()
    await tx
      .insertInto('hostStructure')
      .values({ cooperativeId: ctx.cooperativeId, id, ...input, createdAt: ctx.now })
      .execute()
    return {
      value: { id },
      audit: [{ action: 'host.added', entity: { kind: 'host', id }, after: input }],
    }
  },
})
