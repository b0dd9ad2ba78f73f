import { FEWEST_PEOPLE } from '../anonymity/safe-cells.ts'
import { add, type Cents, cents, negate, subtract, sumCents, ZERO } from '../money/cents.ts'
import type { LocalDate } from '../time/local-date.ts'
import { compareMonths, type YearMonth, yearOf } from '../time/year-month.ts'
import { computeYear, NEW_YEAR } from './compute.ts'
import {
  type ContributionScheme,
  type DeductibleCost,
  type ExemptStatus,
  exemptsStatus,
} from './scheme.ts'

/** What one person did in one month with one activity, as it was accepted, in euro cents. */
export type SimulatedMonth = {
  readonly month: YearMonth
  readonly contractStartedOn: LocalDate
  readonly statuses: readonly ExemptStatus[]
  /** Net of VAT. People declare what they were paid, so it is also what was collected. */
  readonly revenueCents: Cents
  readonly costs: Readonly<Partial<Record<DeductibleCost, Cents>>>
  /** The contribution that was really taken. */
  readonly takenCents: Cents
}

/** One person: the months of each activity. */
export type SimulatedPerson = { readonly activities: readonly (readonly SimulatedMonth[])[] }

/** People whose year changes by an amount between two bounds (in cents), never fewer than five. */
export type SimulatedGroup = {
  /** Null: no bound. A group holds what is above `overCents` and at most `upToCents`. */
  readonly overCents: Cents | null
  readonly upToCents: Cents | null
  readonly people: number
  readonly takenCents: Cents
  readonly simulatedCents: Cents
  readonly revenueCents: Cents
}

export type Simulation = {
  readonly people: number
  readonly takenCents: Cents
  readonly simulatedCents: Cents
  readonly groups: SimulatedGroup[]
}

/** Differences over the year, in cents: less to pay below, more to pay above, about the same between. */
const BOUNDS = [-100_000n, -50_000n, -10_000n, -1_000n, 1_000n, 10_000n, 50_000n, 100_000n].map(
  cents,
)

/**
 * What a scheme would have taken from real months: who would have paid less, who more. People are
 * grouped by the difference over all their months; neighbouring groups are joined until each
 * holds at least five people. Null when there are fewer than five people in all.
 */
export function simulateScheme(
  scheme: ContributionScheme,
  people: readonly SimulatedPerson[],
): Simulation | null {
  if (people.length < FEWEST_PEOPLE) return null
  const changes = people.map((person) => changeOf(scheme, person))
  return {
    people: people.length,
    takenCents: sumCents(changes.map((change) => change.takenCents)),
    simulatedCents: sumCents(changes.map((change) => change.simulatedCents)),
    groups: groupsOf(changes),
  }
}

type Change = Pick<SimulatedGroup, 'takenCents' | 'simulatedCents' | 'revenueCents'>

function changeOf(scheme: ContributionScheme, { activities }: SimulatedPerson): Change {
  const months = activities.flat()
  return {
    takenCents: sumCents(months.map((month) => month.takenCents)),
    revenueCents: sumCents(months.map((month) => month.revenueCents)),
    simulatedCents: sumCents(activities.map((own) => yearOfActivity(scheme, own))),
  }
}

/** The months in order, year by year, so that each sees what came before it. */
function yearOfActivity(scheme: ContributionScheme, months: readonly SimulatedMonth[]): Cents {
  const inOrder = [...months].sort((a, b) => compareMonths(a.month, b.month))
  const years = [...new Set(inOrder.map((month) => yearOf(month.month)))]
  const dues = years.flatMap((year) => {
    const own = inOrder.filter((month) => yearOf(month.month) === year)
    return computeYear(
      own.map(({ month, contractStartedOn, statuses, ...figures }) => ({
        scheme,
        month,
        contractStartedOn,
        hasExemptStatus: exemptsStatus(scheme, statuses),
        baseCents: baseOf(scheme, figures),
      })),
      NEW_YEAR,
    )
  })
  return sumCents(dues.map((due) => due.totalCents))
}

function baseOf(
  scheme: ContributionScheme,
  { revenueCents, costs }: Pick<SimulatedMonth, 'revenueCents' | 'costs'>,
): Cents {
  const deducted = new Set<DeductibleCost>(scheme.deductedCosts)
  if (scheme.base === 'gross_margin') deducted.add('production_purchase')
  return add(revenueCents, ...[...deducted].map((cost) => negate(costs[cost] ?? ZERO)))
}

function groupsOf(changes: readonly Change[]): SimulatedGroup[] {
  const edges = [null, ...BOUNDS, null]
  const groups: SimulatedGroup[] = []
  for (const [index, overCents] of edges.slice(0, -1).entries()) {
    const upToCents = edges[index + 1] ?? null
    const inside = changes.filter((change) => isInside(change, overCents, upToCents))
    const group = grouped(inside, overCents, upToCents)
    const last = groups.at(-1)
    // An empty group says that nobody is there, which is joined as well: its edge would tell.
    if (last !== undefined && last.people < FEWEST_PEOPLE) groups.splice(-1, 1, joined(last, group))
    else groups.push(group)
  }
  const last = groups.at(-1)
  const beforeLast = groups.at(-2)
  if (last !== undefined && beforeLast !== undefined && last.people < FEWEST_PEOPLE)
    groups.splice(-2, 2, joined(beforeLast, last))
  return groups
}

function isInside(change: Change, over: Cents | null, upTo: Cents | null): boolean {
  const difference = subtract(change.simulatedCents, change.takenCents)
  return (over === null || difference > over) && (upTo === null || difference <= upTo)
}

function grouped(
  changes: readonly Change[],
  overCents: Cents | null,
  upToCents: Cents | null,
): SimulatedGroup {
  return {
    overCents,
    upToCents,
    people: changes.length,
    takenCents: sumCents(changes.map((change) => change.takenCents)),
    simulatedCents: sumCents(changes.map((change) => change.simulatedCents)),
    revenueCents: sumCents(changes.map((change) => change.revenueCents)),
  }
}

function joined(left: SimulatedGroup, right: SimulatedGroup): SimulatedGroup {
  return {
    overCents: left.overCents,
    upToCents: right.upToCents,
    people: left.people + right.people,
    takenCents: add(left.takenCents, right.takenCents),
    simulatedCents: add(left.simulatedCents, right.simulatedCents),
    revenueCents: add(left.revenueCents, right.revenueCents),
  }
}
