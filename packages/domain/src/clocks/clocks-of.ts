import { valueOn } from '../legal/dated-parameter.ts'
import type { LocalDate } from '../time/local-date.ts'
import { capeLinks } from './cape-chain.ts'
import { capeClocks } from './cape-clocks.ts'
import { type Career, type CareerContract, tookEffect } from './career.ts'
import { cesaClocks } from './cesa-clocks.ts'
import { type Clock, clockOn } from './clock.ts'
import { interviewDaysOf } from './counted-interviews.ts'
import { hireClocks, permitClock } from './hire-clocks.ts'
import type { Known } from './known.ts'
import { CLOCK_RULES } from './rules.ts'
import { type ClockSettings, DEFAULT_CLOCK_SETTINGS } from './settings.ts'

export type ClockOptions = {
  /** What the cooperative decided; absent: what applies by default. */
  readonly settings?: ClockSettings | undefined
  /** Periods of interviews that begin by that day are given too; absent: those begun by today. */
  readonly interviewsUntil?: LocalDate | undefined
}

/**
 * Every clock of a career as it stands on a day, the nearest end first. Pure: the same career, in any
 * order, gives the same clocks.
 */
export function clocksOf(career: Career, today: LocalDate, options: ClockOptions = {}): Clock[] {
  const { settings = valueOn(DEFAULT_CLOCK_SETTINGS, today).value, interviewsUntil } = options
  const known: Known = {
    career,
    today,
    settings,
    interviewsUntil: interviewsUntil ?? today,
    interviewDays: interviewDaysOf(career, today),
  }
  const clocks = [
    ...capeLinks(career).flatMap((link) => capeClocks(link, known)),
    ...career.contracts.flatMap((contract) => contractClocks(contract, known)),
    ...(career.permits ?? []).map((permit) => permitClock(permit, known)),
  ]
  return clocks.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

function contractClocks(contract: CareerContract, known: Known): Clock[] {
  if (!tookEffect(contract)) return cancelledClocks(contract, known)
  switch (contract.kind) {
    case 'CAPE':
    case 'convention':
    case 'other':
      return []
    case 'CESA':
      return [...hireClocks(contract, known), ...cesaClocks(contract, known)]
    case 'CDI':
    case 'CDD':
      return hireClocks(contract, known)
  }
}

/** A contract that never took effect starts no clock, and says so. */
function cancelledClocks(contract: CareerContract, { today }: Known): Clock[] {
  if (contract.kind !== 'CAPE' && contract.kind !== 'CESA') return []
  const kind = contract.kind === 'CAPE' ? 'cape-term' : 'associate-deadline'
  const on = contract.startsOn
  const clock = clockOn(today, CLOCK_RULES[kind], {
    contractId: contract.id,
    startsOn: on,
    endsOn: on,
    reason: 'cancelled',
    basis: 'cancelled',
    sum: [{ role: 'start', on }],
  })
  return [clock]
}

function sortKey(clock: Clock): string {
  const { endsOn, kind, contractId, permitId, startsOn, event, recipient } = clock
  return [endsOn, kind, contractId, permitId, startsOn, event, recipient].join(' ')
}
