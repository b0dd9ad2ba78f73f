import { yearMonth } from '@terreau/domain/time/year-month'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { peopleEndpoints } from '@terreau/protocol/people'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Situation = HandlerOutput<(typeof peopleEndpoints)[2]>['situations'][number]

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
