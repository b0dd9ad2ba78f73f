import { allocate } from '../money/allocate.ts'
import { type Cents, ZERO } from '../money/cents.ts'
import { addMonthsClamped, type LocalDate } from '../time/local-date.ts'
import { lastDay, type YearMonth, yearMonth } from '../time/year-month.ts'

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

/** When the balance of the variable part is to be paid, and of which months it is. */
export type BalanceDue = {
  /** The last day: one month after the assembly (C. trav. R7331-12). */
  readonly dueOn: LocalDate
  /** Last month of the financial year that the assembly approved: the calendar year before it. */
  readonly lastMonth: YearMonth
}

/**
 * The balance that an assembly makes due, seen from a month of pay: from the month of the assembly on, and
 * as long as it is not paid.
 */
export function balanceDue(assemblyOn: LocalDate, month: YearMonth): BalanceDue | null {
  if (lastDay(month) < assemblyOn) return null
  const year = Number(assemblyOn.slice(0, 4)) - 1
  return { dueOn: addMonthsClamped(assemblyOn, 1), lastMonth: yearMonth(`${year}-12`) }
}

/**
 * What is left of a financial year is variable pay that is still due, employer contributions included
 * (C. trav. L7332-3): a debt and not savings. Split between the contracts of an activity by their shares,
 * to the cent. A loss is nobody's debt.
 */
export function balanceBudgets(leftCents: Cents, sharesPermille: readonly number[]): Cents[] {
  if (leftCents <= ZERO || sharesPermille.every((share) => share === 0))
    return sharesPermille.map(() => ZERO)
  return allocate(
    leftCents,
    sharesPermille.map((share) => BigInt(share)),
  )
}
