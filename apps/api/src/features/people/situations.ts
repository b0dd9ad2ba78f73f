import { randomUUID } from 'node:crypto'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { lastClosedDay } from '../settings/index.ts'
import { personExists } from './queries.ts'

interface NewSituation {
  personId: string
  kind: 'social_minimum'
  fromMonth: YearMonth
  toMonth: YearMonth | null
  proof: string
}

/** Records a situation from an open month on: what a closed month took stays as it was. */
export const recordSituation = mutation<NewSituation, { id: string }>({
  access: 'person.edit',
  async run(tx, ctx, { personId, ...situation }) {
    await personExists(tx, ctx, personId)
    const closedUntil = await lastClosedDay(tx, ctx.cooperativeId)
    if (closedUntil !== null && firstDay(situation.fromMonth) <= closedUntil)
      throw monthIsClosed('/body/fromMonth')
    const id = randomUUID()
    await tx
      .insertInto('personSituation')
      .values({ cooperativeId: ctx.cooperativeId, id, personId, ...situation })
      .execute()
    return {
      value: { id },
      audit: [
        {
          action: 'situation.recorded',
          entity: { kind: 'person', id: personId },
          after: { situationId: id, ...situation },
        },
      ],
    }
  },
})

/** Says the last month of a situation, which may not take back what a closed month exempted. */
export const endSituation = mutation<
  { situationId: string; toMonth: YearMonth },
  { version: number }
>({
  access: 'person.edit',
  async run(tx, ctx, { situationId, toMonth }) {
    const row = found(
      await tx
        .selectFrom('personSituation')
        .select(['personId', 'fromMonth', 'toMonth', 'version'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', situationId)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (row.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    if (toMonth < row.fromMonth) {
      const errors = [{ pointer: '/body/toMonth', code: 'ends-before-start' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    const closedUntil = await lastClosedDay(tx, ctx.cooperativeId)
    if (closedUntil !== null && lastDay(toMonth) < closedUntil) throw monthIsClosed('/body/toMonth')
    const version = row.version + 1
    await tx
      .updateTable('personSituation')
      .set({ toMonth, version })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', situationId)
      .execute()
    return {
      value: { version },
      audit: [
        {
          action: 'situation.ended',
          entity: { kind: 'person', id: row.personId },
          before: { situationId, toMonth: row.toMonth },
          after: { situationId, toMonth },
        },
      ],
    }
  },
})

function monthIsClosed(pointer: string): ProblemError {
  return new ProblemError('month-is-closed', undefined, [{ pointer, code: 'month-is-closed' }])
}
