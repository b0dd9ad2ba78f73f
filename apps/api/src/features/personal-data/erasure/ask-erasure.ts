import { randomUUID } from 'node:crypto'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'

import { ownPersonId } from '../../../platform/own-person.ts'

/** The person asks to be erased; the direction answers within a month (GDPR art. 12 and 17). */
export const askErasure = mutation<void, void>({
  access: 'personal-data.own',
  async run(tx, ctx) {
    const personId = ownPersonId(ctx)
    const { cooperativeId, today } = ctx
    await tx
      .insertInto('erasureRequest')
      .values({ cooperativeId, id: randomUUID(), personId, askedBy: userIdOf(ctx), askedOn: today })
      .execute()
    const entity = { kind: 'person', id: personId }
    return { value: undefined, audit: [{ action: 'erasure.asked', entity }] }
  },
})
