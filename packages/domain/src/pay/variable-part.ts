import { allocate } from '../money/allocate.ts'
import { type Cents, maxCents, sumCents, ZERO } from '../money/cents.ts'
import { addMonthsClamped, type LocalDate } from '../time/local-date.ts'
import { lastDay, type YearMonth } from '../time/year-month.ts'
import type { FinancialYear } from './financial-year.ts'

/**
 * Whether an advance can be decided: it is paid out of what the account holds, once the fixed parts and
 * the other advances of the activity are set apart. All in gross, which is less than they cost, so that
 * what is refused is certainly too much. The fixed part itself is owed and never refused.
 */
export function isAdvanceCovered(of: {
  readonly availableCents: Cents
  /** Gross fixed parts that the contracts of the activity owe together in the month. */
  readonly owedCents: Cents
  /** Gross advances of the month already decided for the other contracts of the activity. */
  readonly othersCents: Cents
  readonly advanceCents: Cents
}): boolean {
  return of.availableCents >= of.owedCents + of.othersCents + of.advanceCents
}

/**
 * Until when the balance that an assembly made due is to be paid, one month after it (C. trav. R7331-12):
 * from the month of the assembly on; null before.
 */
export function balanceDueOn(assemblyOn: LocalDate, month: YearMonth): LocalDate | null {
  return lastDay(month) < assemblyOn ? null : addMonthsClamped(assemblyOn, 1)
}

/**
 * What is left of a financial year is variable pay that is still due, employer contributions included
 * (C. trav. L7332-3): a debt and not savings. `parts`: what is each person's of the activity, which sums
 * to what is left. A loss is nobody's debt, and what one person lost is not there to be paid to another.
 */
export function balanceBudgets(parts: ReadonlyMap<string, Cents>): ReadonlyMap<string, Cents> {
  const leftCents = sumCents([...parts.values()])
  const owed = [...parts].map(([personId, part]) => [personId, maxCents(ZERO, part)] as const)
  const owedCents = sumCents(owed.map(([, part]) => part))
  if (leftCents <= ZERO) return new Map(owed.map(([personId]) => [personId, ZERO]))
  if (owedCents === leftCents) return new Map(owed)
  const paid = allocate(
    leftCents,
    owed.map(([, part]) => part),
  )
  return new Map(owed.map(([personId], index) => [personId, paid[index] ?? ZERO]))
}

/**
 * Under which contract of a person the balance of a year is paid: the one that covered its last day, else
 * the one that ended last. Another contract of the same person on the activity gets nothing of that year.
 */
export function balanceContract<C extends { readonly startsOn: LocalDate }>(
  contracts: readonly C[],
  { lastMonth }: Pick<FinancialYear, 'lastMonth'>,
): C | null {
  const begun = contracts.filter((one) => one.startsOn <= lastDay(lastMonth))
  return begun.reduce<C | null>(
    (last, one) => (last === null || one.startsOn > last.startsOn ? one : last),
    null,
  )
}
