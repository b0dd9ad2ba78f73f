import { addDays, type LocalDate, laterOf } from '../time/local-date.ts'

/** A CESA that both sides have signed. `endsOn` is its last day, included; null without an end. */
export interface EmploymentContract {
  readonly id: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
  readonly associateOn: LocalDate | null
  readonly activityName: string
}

/** An employment without a break: one contract, or several that overlap or follow each other day by day. */
export interface Employment<C extends EmploymentContract> {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
  readonly contracts: readonly [C, ...C[]]
}

/** A job held and its days: before and after becoming associate are two natures of one contract (L7331-2, L7332-7). */
export interface JobHeld {
  readonly job: 'entrepreneur' | 'associate'
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
  readonly activityName: string
}

/** The employments of a person, oldest first. A CAPE is no employment and is never given here. */
export function employmentsOf<C extends EmploymentContract>(
  contracts: readonly C[],
): Employment<C>[] {
  const sorted = [...contracts].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const found: Employment<C>[] = []
  for (const contract of sorted) {
    const last = found.at(-1)
    const follows =
      last !== undefined && (last.endsOn === null || contract.startsOn <= addDays(last.endsOn, 1))
    if (!follows) {
      found.push({ startsOn: contract.startsOn, endsOn: contract.endsOn, contracts: [contract] })
      continue
    }
    const endsOn =
      last.endsOn === null || contract.endsOn === null
        ? null
        : laterOf(last.endsOn, contract.endsOn)
    found[found.length - 1] = { ...last, endsOn, contracts: [...last.contracts, contract] }
  }
  return found
}

/** Which jobs were held from when to when, as the certificate of D1234-6 lists them. */
export function jobsHeld(contracts: readonly EmploymentContract[]): JobHeld[] {
  return contracts.flatMap(({ startsOn, endsOn, associateOn, activityName }): JobHeld[] => {
    const isWithin = associateOn !== null && (endsOn === null || associateOn <= endsOn)
    if (!isWithin) return [{ job: 'entrepreneur', startsOn, endsOn, activityName } as const]
    const asAssociate = {
      job: 'associate',
      startsOn: laterOf(associateOn, startsOn),
      endsOn,
      activityName,
    } as const
    if (associateOn <= startsOn) return [asAssociate]
    const before = {
      job: 'entrepreneur',
      startsOn,
      endsOn: addDays(associateOn, -1),
      activityName,
    } as const
    return [before, asAssociate]
  })
}

/**
 * Months during which health cover may go on free of charge after an employment: its length in months, a
 * begun one counting whole, and never more than `mostMonths` (CSS L911-8: twelve).
 */
export function keptCoverMonths(
  employment: { readonly startsOn: LocalDate; readonly endsOn: LocalDate },
  mostMonths: number,
): number {
  const months = begunMonths(employment.startsOn, employment.endsOn)
  return Math.min(months, mostMonths)
}

function begunMonths(from: LocalDate, to: LocalDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  // The day after the last one ends the count: 1 March to 31 March is one whole month.
  const [toYear = 0, toMonth = 0, toDay = 0] = addDays(to, 1).split('-').map(Number)
  const whole = (toYear - fromYear) * 12 + (toMonth - fromMonth)
  return toDay > fromDay ? whole + 1 : whole
}
