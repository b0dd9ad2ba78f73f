import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { queueMails } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { keptFile } from '../clocks/index.ts'
import { refuseToRead } from '../documents/index.ts'
import { alertContacts } from './alert-contacts.ts'

/**
 * A paper that the person sent is of no use: blurred, or another one. The paper on record keeps counting; the
 * person is told at once, by mail if they read mails, and on their phone until another was sent or recorded.
 */
export const refuseSentPaper = mutation<{ documentId: string; reason: string }, undefined>({
  access: 'permit.edit',
  async run(tx, ctx, { documentId, reason }) {
    const { personId } = await refuseToRead(tx, ctx, { documentId, reason })
    const jobs = await tellRefused(tx, ctx, { personId, reason })
    const entity = { kind: 'person', id: personId }
    return {
      value: undefined,
      audit: [{ action: 'permit.paper-refused', entity, after: { documentId } }],
      jobs,
    }
  },
})

async function tellRefused(
  tx: Tx,
  ctx: Context,
  { personId, reason }: { personId: string; reason: string },
) {
  const kept = await keptFile(tx, ctx, personId)
  const asked = { personId: kept, permission: 'permit.edit' } as const
  const { person, isMailed, cooperative } = await alertContacts(tx, ctx, asked)
  if (!isMailed) return []
  const link = `${ctx.services.config.publicUrl}/moi/titre`
  const params = { name: person.greeted, reason, link, cooperative }
  return queueMails(tx, ctx, [{ template: 'permit-refused', params, to: person.to }])
}
