import type { BreakdownSettings } from '@terreau/domain/declarations/breakdown'
import { cents } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Tx } from '../../platform/db/transaction.ts'
import { settingsOn } from '../settings/index.ts'

/**
 * The settings in force on a day. A cooperative that decided none re-bills nothing and recovers nothing
 * on phones; the checks before closing say so.
 */
export async function breakdownSettingsOn(
  tx: Tx,
  cooperativeId: string,
  on: LocalDate,
): Promise<BreakdownSettings> {
  const keys = ['accident_cover_monthly_cents', 'phone_vat_share_bp'] as const
  const values = await settingsOn(tx, cooperativeId, keys, on)
  return {
    accidentCoverCents: cents(BigInt(values.get('accident_cover_monthly_cents') ?? '0')),
    phoneShareBp: rateBp(BigInt(values.get('phone_vat_share_bp') ?? '0')),
  }
}
