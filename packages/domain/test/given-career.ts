import type { Career, CareerContract, CareerContractKind } from '../src/clocks/career.ts'
import type { Clock } from '../src/clocks/clock.ts'
import { clocksOf } from '../src/clocks/clocks-of.ts'
import type { ClockKind } from '../src/clocks/rules.ts'
import { type LocalDate, localDate } from '../src/time/local-date.ts'

// Careers of tests, in few words.

type Rest = Partial<CareerContract>
type Around = Partial<Omit<Career, 'contracts'>> & {
  readonly today?: string
  readonly contractId?: string
}

export function contract(
  kind: CareerContractKind,
  startsOn: string,
  endsOn?: string,
  rest: Rest = {},
): CareerContract {
  return {
    id: `${kind}-${startsOn}`,
    kind,
    startsOn: localDate(startsOn),
    endsOn: endsOn === undefined ? undefined : localDate(endsOn),
    ...rest,
  }
}

export function cape(startsOn: string, endsOn: string, rest: Rest = {}): CareerContract {
  return contract('CAPE', startsOn, endsOn, rest)
}

export function cesa(startsOn: string, rest: Rest = {}): CareerContract {
  return contract('CESA', startsOn, undefined, rest)
}

export function careerOf(
  contracts: readonly CareerContract[],
  rest: Partial<Omit<Career, 'contracts'>> = {},
): Career {
  return { contracts, ...rest }
}

export function clocks(contracts: readonly CareerContract[], around: Around = {}): Clock[] {
  const { today = '2025-06-01', contractId, ...rest } = around
  const day: LocalDate = localDate(today)
  const found = clocksOf({ contracts, ...rest }, day)
  return contractId === undefined ? found : found.filter((c) => c.contractId === contractId)
}

/** The only clock of a kind; throws when there is none. */
export function clock(
  kind: ClockKind,
  contracts: readonly CareerContract[],
  around: Around = {},
): Clock {
  const found = clocks(contracts, around).find((c) => c.kind === kind)
  if (found === undefined) throw new Error(`no clock ${kind}`)
  return found
}
