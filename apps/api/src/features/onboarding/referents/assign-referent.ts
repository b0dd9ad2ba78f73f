import { type HandlerInput, pick } from '@terreau/protocol/endpoint'
import { referentsEndpoints } from '@terreau/protocol/referents'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import { actorLabel } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { isAdviser } from '../advisers.ts'
import { refuseFuture } from '../leads/write-act.ts'

const endpoint = pick(referentsEndpoints, 'POST /referents')
type Input = HandlerInput<typeof endpoint>['body']

/** Says who follows people from a day on. The line before stays: who followed whom is never rewritten. */
export const assignReferent = mutation<Input, { changed: number }>({
  access: 'onboarding.manage',
  async run(tx, ctx, { personIds, adviserUserId, fromOn, reason }) {
    refuseFuture(fromOn, ctx, 'fromOn')
    if (adviserUserId !== null && !(await isAdviser(tx, ctx, adviserUserId)))
      throw invalid('/body/adviserUserId', 'field-not-accepted')
    const people = await tx
      .selectFrom('person as p')
      .select((eb) => [
        'p.id',
        'p.adviserUserId',
        eb
          .selectFrom('referent as r')
          .whereRef('r.cooperativeId', '=', 'p.cooperativeId')
          .whereRef('r.personId', '=', 'p.id')
          .select((max) => max.fn.max('r.n').as('n'))
          .as('n'),
        eb
          .selectFrom('referent as r')
          .whereRef('r.cooperativeId', '=', 'p.cooperativeId')
          .whereRef('r.personId', '=', 'p.id')
          .select((max) => max.fn.max('r.fromOn').as('fromOn'))
          .as('since'),
      ])
      .where('p.cooperativeId', '=', ctx.cooperativeId)
      .where('p.id', 'in', personIds)
      .where('p.archivedAt', 'is', null)
      .orderBy('p.id')
      .forUpdate('p')
      .execute()
    if (people.length !== new Set(personIds).size) throw new ProblemError('not-found')
    const moved = people.filter((person) => person.adviserUserId !== adviserUserId)
    const isChange = moved.some((person) => person.adviserUserId !== null)
    if (isChange && reason === '') throw invalid('/body/reason', 'reason-of-change-missing')
    if (moved.some((person) => person.since !== null && person.since > fromOn))
      throw invalid('/body/fromOn', 'date-before-last-change')
    for (const person of moved) {
      await tx
        .insertInto('referent')
        .values({
          cooperativeId: ctx.cooperativeId,
          personId: person.id,
          n: (person.n ?? 0) + 1,
          adviserUserId,
          fromOn,
          reason,
          assignedBy: actorLabel(ctx.actor),
          assignedAt: ctx.now,
        })
        .execute()
    }
    const [first, ...rest] = moved.map(
      (person): AuditEntry => ({
        action: 'referent.assigned',
        entity: { kind: 'person', id: person.id },
        before: { adviserUserId: person.adviserUserId },
        after: { adviserUserId, fromOn },
      }),
    )
    const value = { changed: moved.length }
    return first === undefined ? { value, audit: 'unchanged' } : { value, audit: [first, ...rest] }
  },
})

function invalid(pointer: string, code: string): ProblemError {
  return new ProblemError('request-invalid', undefined, [{ pointer, code }])
}
