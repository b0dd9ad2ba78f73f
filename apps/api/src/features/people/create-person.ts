import type { HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import type { peopleEndpoints } from '@terreau/protocol/people'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import { mutation } from '../../platform/mutation.ts'
import { checkIdentity } from './check-identity.ts'
import { type InsertedPerson, insertPerson } from './insert-person.ts'
import { refuseLookAlike } from './look-alikes.ts'

type Create = (typeof peopleEndpoints)[1]

/** Opens a file. Somebody who looks the same is shown first; only the caller can say they are not. */
export const createPerson = mutation<HandlerInput<Create>['body'], HandlerOutput<Create>>({
  access: 'person.create',
  async run(tx, ctx, { isReallyNew, reference, isTutor, ...input }) {
    await checkIdentity(tx, ctx, { ...input, reference }, null)
    if (isReallyNew !== true) await refuseLookAlike(tx, ctx, input)
    const made = await insertPerson(tx, ctx, {
      ...input,
      ...(reference ? { reference } : {}),
      ...(isTutor ? { isTutor } : {}),
    })
    return {
      value: { id: made.personId, reference: made.reference, activityId: made.activityId },
      audit: auditOf(made),
    }
  },
})

/** The journal names files by their ids: it is kept for ever, and names must stay erasable. */
function auditOf(made: InsertedPerson): [AuditEntry, ...AuditEntry[]] {
  const { personId, activityId, userId, reference } = made
  const access: AuditEntry[] =
    userId === null
      ? []
      : [{ action: 'role.granted', entity: { kind: 'user', id: userId }, after: { personId } }]
  return [
    { action: 'person.created', entity: { kind: 'person', id: personId }, after: { reference } },
    {
      action: 'activity.created',
      entity: { kind: 'activity', id: activityId },
      after: { personId },
    },
    ...access,
  ]
}
