import { type Cents, sumCents, ZERO } from '../money/cents.ts'
import type { LocalDate } from '../time/local-date.ts'
import { lastDay, type YearMonth } from '../time/year-month.ts'
import { type ActivityShare, splitByShares } from './shares.ts'

/** From a day on, whose the activity is: a signed convention, or the one person it began with. */
export type SharesSince = { readonly from: LocalDate; readonly shares: readonly ActivityShare[] }

/**
 * What is somebody's of a shared activity, month by month: each month is split by the shares in force
 * on its last day, so that a later convention leaves the months behind it as they were (C. trav.
 * R7331-6). `amountCents`: what the month added, opening balances included. Euro cents, to the cent:
 * the parts of all the people sum to the whole. A month before the first entry is nobody's: 0.
 */
export function ownPart(
  months: readonly { month: YearMonth; amountCents: Cents }[],
  history: readonly SharesSince[],
  personId: string,
): Cents {
  return sumCents(
    months.map(({ month, amountCents }) => {
      const shares = sharesOn(history, lastDay(month))
      return shares === null ? ZERO : (splitByShares(amountCents, shares).get(personId) ?? ZERO)
    }),
  )
}

/** The shares in force on a day; null before the first. */
export function sharesOn(
  history: readonly SharesSince[],
  on: LocalDate,
): readonly ActivityShare[] | null {
  const begun = history.filter(({ from }) => from <= on)
  const latest = begun.reduce<SharesSince | null>(
    (last, entry) => (last === null || entry.from >= last.from ? entry : last),
    null,
  )
  return latest?.shares ?? null
}
