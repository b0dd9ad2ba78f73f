import { mutation } from '../../platform/mutation.ts'
import { refuseToRead } from '../documents/index.ts'

/** A paper that the person sent is of no use: blurred, or another one. The paper on record keeps counting. */
export const refuseSentPaper = mutation<{ documentId: string; reason: string }, undefined>({
  access: 'permit.edit',
  async run(tx, ctx, { documentId, reason }) {
    const { personId } = await refuseToRead(tx, ctx, { documentId, reason })
    const entity = { kind: 'person', id: personId }
    return {
      value: undefined,
      audit: [{ action: 'permit.paper-refused', entity, after: { documentId } }],
    }
  },
})
