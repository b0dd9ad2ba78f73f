import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { type How, hostColumns } from './how-they-help.ts'

/** Links a tutor and a person to help, freely in a structure or as a paid mission. It lets the tutor log hours. */
export const pairPeople = mutation({
  access: 'tutoring.approve',
  async run(
    tx,
    ctx,
    {
      kind,
      hostId,
      level,
      ...input
    }: How & { tutorId: string; tuteeId: string; startedOn: LocalDate },
  ) {
    for (const personId of [input.tutorId, input.tuteeId]) {
      const person = await tx
        .selectFrom('person')
        .select('id')
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', personId)
        .executeTakeFirst()
      found(person)
    }
    const how = await hostColumns(tx, ctx, { kind, hostId, level })
    const id = randomUUID()
    await tx
      .insertInto('tutoringRelation')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        tutorPersonId: input.tutorId,
        tuteePersonId: input.tuteeId,
        startedOn: input.startedOn,
        ...how,
      })
      .execute()
    const after = { ...input, kind, hostId, level }
    return {
      value: { id },
      audit: [{ action: 'tutoring.paired', entity: { kind: 'tutoring-relation', id }, after }],
    }
  },
})
