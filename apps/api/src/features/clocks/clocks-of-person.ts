import { lastDayOf } from '@terreau/domain/clocks/career'
import type { Clock } from '@terreau/domain/clocks/clock'
import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import { CLOCK_RULES, type ClockKind } from '@terreau/domain/clocks/rules'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { clockSettings } from './clock-settings.ts'
import { type KnownContract, readCareer } from './read-career.ts'

/** A clock with the number of its contract. */
export interface PersonClock {
  clock: Clock
  contract: KnownContract | null
}

/** What is to be done around the making of a contract, before or when it is signed. */
const OF_MAKING: ReadonlySet<ClockKind> = new Set([
  'cape-notice',
  'pre-hire-declaration',
  'permit-check',
])
const OF_HIRE: ReadonlySet<ClockKind> = new Set(['pre-hire-declaration', 'permit-check'])

/**
 * The clocks of a person as they stand on `ctx.today`, computed from what is written. A contract that is
 * not signed yet counts for nothing but its own hire; what was concluded elsewhere was announced there.
 */
export async function clocksOfPerson(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId' | 'today' | 'zone'>,
  of: { personId: string; interviewsUntil?: LocalDate },
): Promise<PersonClock[]> {
  const career = await readCareer(tx, ctx, of.personId)
  const settings = await clockSettings(tx, ctx)
  const { interviewsUntil } = of
  const known = new Map(career.contracts.map((contract) => [contract.id, contract]))
  const active = career.contracts.filter(({ isActive }) => isActive)
  const planned = career.contracts.filter(({ isActive }) => !isActive)
  const clocks = [
    ...clocksOf({ ...career, contracts: active }, ctx.today, { settings, interviewsUntil }),
    ...planned.flatMap((contract) => {
      const rule = CLOCK_RULES['pre-hire-declaration']
      if (!rule.contractKinds.includes(contract.kind)) return []
      const contracts = [...active, contract]
      const found = clocksOf({ ...career, contracts }, ctx.today, { settings })
      return found.filter(({ contractId, kind }) => contractId === contract.id && OF_HIRE.has(kind))
    }),
  ]
  return clocks
    .map((clock) => ({ clock, contract: known.get(clock.contractId ?? '') ?? null }))
    .filter(({ clock, contract }) => {
      if (clock.kind === 'permit-expiry') return concernsWork(clock, career.contracts, ctx.today)
      return contract?.isFromElsewhere !== true || isOurBusiness(clock, contract)
    })
}

/** What was concluded elsewhere was announced there, and its interviews of before were held there. */
function isOurBusiness(clock: Clock, contract: KnownContract): boolean {
  if (clock.kind === 'interviews') return clock.endsOn >= contract.recordedOn
  return clock.event === 'early-end' || !OF_MAKING.has(clock.kind)
}

/** The permit of somebody who has left is not our business any more. */
function concernsWork(
  { endsOn }: Clock,
  contracts: readonly KnownContract[],
  today: LocalDate,
): boolean {
  const until = endsOn < today ? endsOn : today
  return contracts.some((contract) => {
    const lastDay = lastDayOf(contract)
    return lastDay === null || lastDay >= until
  })
}
