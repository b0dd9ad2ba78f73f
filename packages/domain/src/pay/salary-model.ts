import { ok, type Refusal, type Result, refused } from '../result.ts'
import type { YearMonth } from '../time/year-month.ts'

/**
 * The State's own model that estimates are computed with, and the months whose rates it knows.
 * Before `from` it applies the formula of 2026 to older minimum wages; after `to` it repeats the
 * last ones it was given: both look right and are wrong.
 */
export const SALARY_MODEL = {
  version: 'modele-social 11.1.0, publicodes 1.10.3',
  from: '2026-01',
  to: '2026-12',
  source: 'betagouv/mon-entreprise, modele-social 11.1.0, published on 2026-07-16',
} as const

/** Whether the model knows the rates of a month. */
export function checkModelMonth(
  month: YearMonth,
): Result<YearMonth, Refusal<'salary-month-before-model' | 'salary-month-after-model'>> {
  const { from, to, version } = SALARY_MODEL
  if (month < from) return refused('salary-month-before-model', { month, from, version })
  if (month > to) return refused('salary-month-after-model', { month, to, version })
  return ok(month)
}
