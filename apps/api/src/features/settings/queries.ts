import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Tx } from '../../platform/db/transaction.ts'

/** Settings that a cooperative decides and dates; none of them is a constant of the product. */
export const SETTING_KEYS = [
  'accident_cover_monthly_cents',
  'phone_vat_share_bp',
  'declaration_deadline_day',
  'receipt_threshold_cents',
] as const
export type SettingKey = (typeof SETTING_KEYS)[number]

/** The value in force on a day; null when the cooperative had not decided one yet. */
export async function settingOn(
  tx: Tx,
  cooperativeId: string,
  key: SettingKey,
  on: LocalDate,
): Promise<string | null> {
  const row = await tx
    .selectFrom('cooperativeSetting')
    .select('value')
    .where('cooperativeId', '=', cooperativeId)
    .where('key', '=', key)
    .where('validFrom', '<=', on)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? null
}

/** Several values in force on a day, in one query. */
export async function settingsOn(
  tx: Tx,
  cooperativeId: string,
  keys: readonly SettingKey[],
  on: LocalDate,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('cooperativeSetting')
    .distinctOn('key')
    .select(['key', 'value'])
    .where('cooperativeId', '=', cooperativeId)
    .where('key', 'in', [...keys])
    .where('validFrom', '<=', on)
    .orderBy('key')
    .orderBy('validFrom', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.key, row.value]))
}
