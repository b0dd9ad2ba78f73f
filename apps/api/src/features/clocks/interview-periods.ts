import { describeClock } from '@terreau/i18n/clocks'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { interviewsEndpoints } from '@terreau/protocol/interviews'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { clocksOfPerson } from './clocks-of-person.ts'

type Period = HandlerOutput<(typeof interviewsEndpoints)[0]>['periods'][number]

/** The periods of twelve months of each CESA until today, the latest first, as the clock counts them. */
export async function interviewPeriods(tx: Tx, ctx: Context, personId: string): Promise<Period[]> {
  const clocks = await clocksOfPerson(tx, ctx, { personId })
  return clocks
    .filter(({ clock }) => clock.kind === 'interviews')
    .map(({ clock, contract }) => ({
      id: `${clock.contractId}-${clock.startsOn}`,
      contractNumber: contract?.number ?? null,
      startsOn: clock.startsOn,
      endsOn: clock.endsOn,
      state: clock.state,
      done: clock.count?.done ?? 0,
      wanted: clock.count?.max ?? 0,
      why: describeClock(ctx.locale, clock).why,
    }))
    .reverse()
}
