import { expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { yearMonth } from '../time/year-month.ts'
import { DEFAULT_SALARY_TERMS, type SalaryTerms, termsKey } from './salary-terms.ts'

const TERMS: SalaryTerms = { ...DEFAULT_SALARY_TERMS, month: yearMonth('2026-07') }

it('two sets of terms never share a key', () => {
  const others: Partial<SalaryTerms>[] = [
    {},
    { month: yearMonth('2026-06') },
    { headcount: 10 },
    { weeklyHoursHundredths: 1_750 },
    { healthCoverCents: cents(5_000n) },
  ]
  const keys = others.map((change) => termsKey({ ...TERMS, ...change }))
  expect(new Set(keys).size).toBe(others.length)
})
