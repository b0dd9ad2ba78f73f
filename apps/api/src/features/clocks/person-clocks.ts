import type { Clock } from '@terreau/domain/clocks/clock'
import type { ClockKind } from '@terreau/domain/clocks/rules'
import { describeClock, ownClockSentences } from '@terreau/i18n/clocks'
import type { clocksEndpoints } from '@terreau/protocol/clocks'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { clocksOfPerson } from './clocks-of-person.ts'
import { clockView, visibleKinds } from './view.ts'

type PersonClocks = HandlerOutput<(typeof clocksEndpoints)[1]>
type OwnDates = HandlerOutput<(typeof clocksEndpoints)[2]>

/** Every clock of a person; 404 in another cooperative. */
export async function personClocks(tx: Tx, ctx: Context, personId: string): Promise<PersonClocks> {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .executeTakeFirst()
  found(person)
  const visible = visibleKinds(ctx)
  const clocks = (await clocksOfPerson(tx, ctx, { personId })).filter(({ clock }) =>
    visible.includes(clock.kind),
  )
  return {
    today: ctx.today,
    clocks: clocks.map(({ clock, contract }, at) => ({
      id: String(at + 1),
      ...clockView(clock, contract?.number ?? null, ctx.locale),
    })),
  }
}

/** What concerns the person in person. The rest is the work of the cooperative. */
const OWN: ReadonlySet<ClockKind> = new Set([
  'cape-term',
  'trial',
  'associate-deadline',
  'interviews',
  'permit-expiry',
  'variable-pay',
])

/** The own dates that still come, and a missed deadline to be associate. */
export async function ownDates(tx: Tx, ctx: Context): Promise<OwnDates> {
  const clocks = await clocksOfPerson(tx, ctx, { personId: ownPersonId(ctx) })
  const isShown = (clock: Clock) =>
    OWN.has(clock.kind) &&
    (clock.state === 'running' || (clock.kind === 'associate-deadline' && clock.state === 'passed'))
  return {
    today: ctx.today,
    dates: clocks
      .map(({ clock }) => clock)
      .filter(isShown)
      .map((clock, at) => ({
        id: String(at + 1),
        kind: clock.kind,
        endsOn: clock.endsOn,
        daysLeft: clock.daysLeft,
        name: describeClock(ctx.locale, clock).name,
        why: describeClock(ctx.locale, clock).why,
        sentences: ownClockSentences(ctx.locale, clock),
      })),
  }
}
