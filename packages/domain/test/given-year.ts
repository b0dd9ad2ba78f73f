import { computeContribution, NEW_YEAR } from '../src/contributions/compute.ts'
import type { ContributionScheme } from '../src/contributions/scheme.ts'
import { contributionStillDue, type TakenContribution } from '../src/declarations/still-due.ts'
import { cents, sumCents, ZERO } from '../src/money/cents.ts'
import { rateBp } from '../src/money/rate.ts'
import { localDate } from '../src/time/local-date.ts'
import type { YearMonth } from '../src/time/year-month.ts'

/** Tiers of the month with a floor and a fixed part. */
export const SCHEME: ContributionScheme = {
  code: 'AG2026-TRANCHES',
  decidedOn: localDate('2026-05-29'),
  base: 'revenue',
  period: 'month',
  tiers: [
    { upToCents: cents(200_000n), rateBp: rateBp(1_200n) },
    { upToCents: cents(500_000n), rateBp: rateBp(1_000n) },
    { upToCents: null, rateBp: rateBp(800n) },
  ],
  monthlyFloorCents: cents(2_500n),
  fixedMonthlyCents: cents(1_000n),
  exemptMonths: 0,
  exemptStatuses: [],
  deductedCosts: [],
  negativeBase: 'as_nil',
  exemptionCovers: 'everything',
  exemptBelowCents: ZERO,
  monthlyCapCents: null,
  yearlyCapCents: null,
}
export const STARTED = localDate('2026-01-01')

/** Accepts declarations one after the other and gives what all of them took. */
export function acceptAll(
  under: ContributionScheme | ((month: YearMonth) => ContributionScheme),
  declarations: readonly { month: YearMonth; base: bigint }[],
): { taken: TakenContribution[]; total: bigint } {
  const taken: TakenContribution[] = []
  for (const { month, base } of declarations) {
    const baseCents = cents(base)
    const scheme = typeof under === 'function' ? under(month) : under
    const context = {
      scheme,
      month,
      contractStartedOn: STARTED,
      hasExemptStatus: false,
      carriedBaseCents: ZERO,
      settled: [],
    }
    const due = contributionStillDue({ ...context, baseCents, taken })
    taken.push({ month, scheme, baseCents, lines: due.lines })
  }
  const amounts = taken.flatMap((one) => one.lines.map((line) => line.amountCents))
  return { taken, total: sumCents(amounts) }
}

/** What one month owes, after a base of the year. */
export function dueFor(
  scheme: ContributionScheme,
  month: YearMonth,
  base: bigint,
  before: bigint,
): bigint {
  return computeContribution({
    scheme,
    month,
    contractStartedOn: STARTED,
    hasExemptStatus: false,
    baseCents: cents(base),
    year: { ...NEW_YEAR, baseCents: cents(before) },
  }).totalCents
}
