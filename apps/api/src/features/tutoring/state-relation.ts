import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { type How, hostColumns } from './how-they-help.ts'

/**
 * Says of a relation from before kinds were recorded whether it is volunteering or paid, and where. Once:
 * hours that count as one kind do not become the other. Its hours that are not approved take the kind.
 */
export const stateRelation = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { relationId, ...how }: How & { relationId: string }) {
    const before = await tx
      .selectFrom('tutoringRelation')
      .select(['kind', 'tutorPersonId', 'tuteePersonId'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', relationId)
      .forUpdate()
      .executeTakeFirst()
    const relation = found(before)
    if (relation.kind !== null) throw new ProblemError('tutoring-act-not-allowed')
    const columns = await hostColumns(tx, ctx, how)
    await tx
      .updateTable('tutoringRelation')
      .set(columns)
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', relationId)
      .execute()
    await tx
      .updateTable('tutoringSession')
      .set({ kind: columns.kind, hostId: columns.hostId, level: columns.level })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('tutorPersonId', '=', relation.tutorPersonId)
      .where('state', '<>', 'approved')
      .where('kind', 'is', null)
      .where('tuteeCount', '=', 1)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('tutoringPart as p')
            .select('p.sessionId')
            .whereRef('p.cooperativeId', '=', 'tutoringSession.cooperativeId')
            .whereRef('p.sessionId', '=', 'tutoringSession.id')
            .where('p.tuteePersonId', '=', relation.tuteePersonId),
        ),
      )
      .execute()
    return {
      value: undefined,
      audit: [
        {
          action: 'tutoring.stated',
          entity: { kind: 'tutoring-relation', id: relationId },
          after: how,
        },
      ],
    }
  },
})
