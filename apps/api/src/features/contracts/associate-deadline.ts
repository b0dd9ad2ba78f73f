import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { keptFile } from '../clocks/index.ts'
import { careerOf } from './career.ts'

/**
 * Writes on each CESA of a person the day on which it ends by law without an associate (Code du travail,
 * L7331-3), as the clocks compute it now. Called whenever something that the sum rests on changes.
 *
 * A CESA that came from elsewhere with its deadline behind it is left without an end: the person most
 * likely is an associate and nobody wrote the day here, which staff are asked for.
 */
export async function refreshAssociateDeadlines(
  tx: Tx,
  ctx: Context,
  changedId: string,
): Promise<void> {
  const personId = await keptFile(tx, ctx, changedId)
  const contracts = await tx
    .selectFrom('contract as c')
    .select(['c.id', 'c.endsOn', 'c.endsByLaw', 'c.concludedOn'])
    .where('c.cooperativeId', '=', ctx.cooperativeId)
    .where('c.personId', 'in', fileIds(ctx.cooperativeId, personId))
    .where('c.kind', '=', 'CESA')
    .where('c.state', '=', 'active')
    .where('c.associateOn', 'is', null)
    .where((eb) => eb.or([eb('c.endsOn', 'is', null), eb('c.endsByLaw', '=', true)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contractExit as e')
            .select('e.contractId')
            .whereRef('e.cooperativeId', '=', 'c.cooperativeId')
            .whereRef('e.contractId', '=', 'c.id'),
        ),
      ),
    )
    .execute()
  if (contracts.length === 0) return
  const clocks = clocksOf(await careerOf(tx, ctx, personId), ctx.today)
  for (const { id, endsOn, endsByLaw, concludedOn } of contracts) {
    const clock = clocks.find((c) => c.kind === 'associate-deadline' && c.contractId === id)
    if (clock === undefined || clock.endsOn === endsOn) continue
    const isUnknown = !endsByLaw && concludedOn === null && clock.endsOn < ctx.today
    if (isUnknown) continue
    await tx
      .updateTable('contract')
      .set({ endsOn: clock.endsOn, endsByLaw: true })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', id)
      .execute()
  }
}
