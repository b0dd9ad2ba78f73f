import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { type How, hostColumns } from './how-they-help.ts'
import { closeNeed, lockNeed } from './matching/ask-need.ts'
import { filesOf } from './matching/save-profile.ts'

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
      needId = null,
      ...input
    }: How & { tutorId: string; tuteeId: string; startedOn: LocalDate; needId?: string | null },
  ) {
    const keptIds: string[] = []
    for (const personId of [input.tutorId, input.tuteeId]) {
      const person = await tx
        .selectFrom('person')
        .select(['id', 'mergedIntoId'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', personId)
        .executeTakeFirst()
      const { id: fileId, mergedIntoId } = found(person)
      keptIds.push(mergedIntoId ?? fileId)
    }
    const [tutor, tutee] = keptIds
    if (tutor === tutee)
      throw new ProblemError('request-invalid', undefined, [
        { pointer: '/body/tuteeId', code: 'pair-of-one' },
      ])
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
    const entity = { kind: 'tutoring-relation', id }
    const paired: AuditEntry = { action: 'tutoring.paired', entity, after }
    if (needId === null) return { value: { id }, audit: [paired] }
    const of = { needId, tuteeId: input.tuteeId, relationId: id }
    return { value: { id }, audit: [paired, await meetNeed(tx, ctx, of)] }
  },
})

/** The request leaves the waiting list: it is of the very person who is helped now, under any of their files. */
async function meetNeed(
  tx: Tx,
  ctx: Context,
  of: { needId: string; tuteeId: string; relationId: string },
): Promise<AuditEntry> {
  const need = await lockNeed(tx, ctx, of.needId)
  const files = await filesOf(tx, ctx, of.tuteeId)
  if (!files.includes(need.personId)) throw new ProblemError('not-found')
  if (need.closedAt !== null) throw new ProblemError('need-closed')
  return closeNeed(tx, ctx, { needId: of.needId, closedAs: 'met', relationId: of.relationId })
}
