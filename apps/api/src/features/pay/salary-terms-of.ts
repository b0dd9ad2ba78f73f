import { cents } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { DEFAULT_SALARY_TERMS, type SalaryTerms } from '@terreau/domain/pay/salary-terms'
import type { SettingKey } from '@terreau/domain/settings/dated-settings'
import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'
import { settingsOn } from '../settings/index.ts'

const KEYS = [
  'salary_headcount',
  'salary_accident_rate_bp',
  'salary_health_cover_cents',
  'salary_health_employer_share_bp',
] as const satisfies readonly SettingKey[]

/** What a cooperative decided for a month, and the usual terms where it decided nothing. */
export async function salaryTermsOf(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<SalaryTerms> {
  const values = await settingsOn(tx, cooperativeId, KEYS, lastDay(month))
  const usual = DEFAULT_SALARY_TERMS
  const read = (key: (typeof KEYS)[number]): bigint | null => {
    const value = values.get(key)
    return value === undefined ? null : BigInt(value)
  }
  return {
    ...usual,
    month,
    headcount: Number(read('salary_headcount') ?? usual.headcount),
    accidentRateBp: rateBp(read('salary_accident_rate_bp') ?? usual.accidentRateBp),
    healthCoverCents: cents(read('salary_health_cover_cents') ?? usual.healthCoverCents),
    healthEmployerShareBp: rateBp(
      read('salary_health_employer_share_bp') ?? usual.healthEmployerShareBp,
    ),
  }
}
