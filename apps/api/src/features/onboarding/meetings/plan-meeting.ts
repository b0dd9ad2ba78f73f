import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { actorLabel } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'

interface Planned {
  heldOn: LocalDate
  startsAt: string
  place: string
}

/** Plans a collective information meeting; one that was already held may be written down too. */
export const planMeeting = mutation<Planned, { id: string }>({
  access: 'onboarding.manage',
  async run(tx, ctx, planned) {
    const id = randomUUID()
    await tx
      .insertInto('infoMeeting')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        ...planned,
        createdBy: actorLabel(ctx.actor),
        createdAt: ctx.now,
      })
      .execute()
    const after = { ...planned }
    return {
      value: { id },
      audit: [{ action: 'meeting.planned', entity: { kind: 'meeting', id }, after }],
    }
  },
})
