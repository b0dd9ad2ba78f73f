import { randomUUID } from 'node:crypto'
import type { activitiesEndpoints } from '@terreau/protocol/activities'
import type { HandlerInput } from '@terreau/protocol/endpoint'
import { mutation } from '../../platform/mutation.ts'
import { insertActivity, lockPerson, refreshSearchNames } from '../people/index.ts'

type Input = HandlerInput<(typeof activitiesEndpoints)[0]>['body'] & { personId: string }

/** One more activity of a person: its own account, its own declarations (C. trav. R7331-5). */
export const openActivity = mutation<Input, { id: string }>({
  access: 'person.edit',
  async run(tx, ctx, { personId, ...activity }) {
    await lockPerson(tx, ctx, personId)
    const activityId = randomUUID()
    await insertActivity(tx, ctx, { activityId, personId, ...activity })
    await refreshSearchNames(tx, ctx, personId)
    return {
      value: { id: activityId },
      audit: [
        {
          action: 'activity.created',
          entity: { kind: 'activity', id: activityId },
          after: { personId },
        },
      ],
    }
  },
})
