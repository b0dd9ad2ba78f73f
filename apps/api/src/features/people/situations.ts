import { randomUUID } from 'node:crypto'
import { firstDay, lastDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { peopleEndpoints } from '@terreau/protocol/people'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { lastClosedDay } from '../settings/index.ts'
import { personExists } from './queries.ts'

type Situation = HandlerOutput<(typeof peopleEndpoints)[2]>['situations'][number]

interface NewSituation {
  personId: string
  kind: Situation['kind']
  fromMonth: YearMonth
  toMonth: YearMonth | null
  proof: string
}

/** The situations of a person that an assembly may exempt from the contribution (R7331-8), latest first. */
export async function situationsOf(tx: Tx, ctx: Context, personId: string): Promise<Situation[]> {
  const rows = await tx
    .selectFrom('personSituation')
    .select(['id', 'fromMonth', 'toMonth', 'proof', 'version'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .orderBy('fromMonth', 'desc')
    .execute()
  return rows.map(({ fromMonth, toMonth, ...row }) => ({
    ...row,
    kind: 'social_minimum',
    fromMonth: yearMonth(fromMonth),
    toMonth: toMonth === null ? null : yearMonth(toMonth),
  }))
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
