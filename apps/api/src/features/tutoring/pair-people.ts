import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'

/** Links a tutor and a person to help. The pair is what lets the tutor log hours. */
export const pairPeople = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, input: { tutorId: string; tuteeId: string; startedOn: LocalDate }) {
    for (const personId of [input.tutorId, input.tuteeId]) {
      const person = await tx
        .selectFrom('person')
        .select('id')
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', personId)
        .executeTakeFirst()
      found(person)
    }
    const id = randomUUID()
    await tx
      .insertInto('tutoringRelation')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        tutorPersonId: input.tutorId,
        tuteePersonId: input.tuteeId,
        startedOn: input.startedOn,
      })
      .execute()
    const after = { tutorId: input.tutorId, tuteeId: input.tuteeId, startedOn: input.startedOn }
    return {
      value: { id },
      audit: [{ action: 'tutoring.paired', entity: { kind: 'tutoring-relation', id }, after }],
    }
  },
})
