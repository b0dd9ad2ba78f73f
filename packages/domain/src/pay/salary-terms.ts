import { type Cents, cents } from '../money/cents.ts'
import { type RateBp, rateBp } from '../money/rate.ts'
import type { YearMonth } from '../time/year-month.ts'

/** What a salary depends on besides its amount: an open-ended contract, non-executive, without withholding tax. */
export type SalaryTerms = {
  readonly month: YearMonth
  /** Everybody the cooperative employs: the thresholds 11, 20, 50 and 250 change the cost. */
  readonly headcount: number
  /** Hours a week of a part-time contract, in hundredths; null for a CESA, which has no working time. */
  readonly weeklyHoursHundredths: number | null
  /** Rate of the cover for accidents at work that the cooperative was notified. */
  readonly accidentRateBp: RateBp
  /** Complementary health cover a month, both parts together. */
  readonly healthCoverCents: Cents
  /** Part of the health cover that the cooperative pays: half of it at least (CSS L911-7). */
  readonly healthEmployerShareBp: RateBp
}

/** What applies as long as a cooperative has decided nothing else. */
export const DEFAULT_SALARY_TERMS: Omit<SalaryTerms, 'month'> = {
  headcount: 60,
  weeklyHoursHundredths: null,
  accidentRateBp: rateBp(208n),
  healthCoverCents: cents(4_000n),
  healthEmployerShareBp: rateBp(5_000n),
}

/** Bounds of the terms people type; the legal week is 35 hours (C. trav. L3121-27). */
export const SALARY_TERM_BOUNDS = {
  headcount: { least: 1, most: 100_000 },
  weeklyHoursHundredths: { least: 100, most: 3_500 },
  accidentRateBp: { least: 0, most: 5_000 },
  healthCoverCents: { least: 0, most: 100_000 },
  healthEmployerShareBp: { least: 5_000, most: 10_000 },
} as const

/** No monthly amount above it is estimated: it would be a year's, or a slip of the finger. */
export const SALARY_AMOUNT_MOST: Cents = cents(10_000_000n)

/** Below this budget no salary is worked out: the health cover alone would eat it. */
export const SALARY_LEAST_BUDGET: Cents = cents(5_000n)

/** One text for one set of terms, to remember results by. */
export function termsKey(terms: SalaryTerms): string {
  const { month, headcount, weeklyHoursHundredths, accidentRateBp } = terms
  const cover = `${terms.healthCoverCents}/${terms.healthEmployerShareBp}`
  return `${month}/${headcount}/${weeklyHoursHundredths ?? 'none'}/${accidentRateBp}/${cover}`
}
