import type { YearBeginsIn } from '@terreau/domain/pay/financial-year'
import { isSettingKey, type SettingKey } from '@terreau/domain/settings/dated-settings'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { lastDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'

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

/** From when on the financial year begins in which month; nothing decided, in January. */
export async function yearBeginnings(tx: Tx, cooperativeId: string): Promise<YearBeginsIn[]> {
  const rows = await tx
    .selectFrom('cooperativeSetting')
    .select(['validFrom', 'value'])
    .where('cooperativeId', '=', cooperativeId)
    .where('key', '=', 'financial_year_first_month')
    .execute()
  return rows.map((row) => ({ from: localDate(row.validFrom), month: Number(row.value) }))
}

/** Every setting ever entered, newest first. */
export async function listSettings(tx: Tx, cooperativeId: string) {
  const rows = await tx
    .selectFrom('cooperativeSetting')
    .select(['key', 'validFrom', 'value', 'source', 'createdAt'])
    .where('cooperativeId', '=', cooperativeId)
    .orderBy('key')
    .orderBy('validFrom', 'desc')
    .execute()
  return rows.flatMap(({ key, ...row }) => {
    if (!isSettingKey(key)) return []
    const validFrom = localDate(row.validFrom)
    const value = BigInt(row.value)
    return [{ ...row, key, validFrom, value, createdAt: row.createdAt.toISOString() }]
  })
}

/** The last day of the last closed month; null before the first closing. */
export async function lastClosedDay(tx: Tx, cooperativeId: string): Promise<LocalDate | null> {
  const row = await tx
    .selectFrom('standingClosing')
    .select((eb) => eb.fn.max('month').as('month'))
    .where('cooperativeId', '=', cooperativeId)
    .executeTakeFirst()
  return row?.month ? lastDay(yearMonth(row.month)) : null
}

/** Whether a standing account of the month was computed with the rate of this currency. */
export async function isRateUsed(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
  currency: string,
): Promise<boolean> {
  const used = await tx
    .selectFrom('standingAcceptance as a')
    .innerJoin('saleLine as s', (join) =>
      join
        .onRef('s.cooperativeId', '=', 'a.cooperativeId')
        .onRef('s.declarationId', '=', 'a.declarationId'),
    )
    .select('a.id')
    .where('a.cooperativeId', '=', cooperativeId)
    .where('a.concernsMonth', '=', month)
    .where('s.currency', '=', currency)
    .limit(1)
    .executeTakeFirst()
  return used !== undefined
}

/** The rates people entered, newest month first, and whether an account rests on each. */
export async function listExchangeRates(tx: Tx, cooperativeId: string) {
  const rows = await tx
    .selectFrom('exchangeRate as r')
    .select((eb) => [
      'r.month',
      'r.currency',
      'r.unitsPerEuro',
      'r.source',
      eb
        .exists(
          eb
            .selectFrom('standingAcceptance as a')
            .innerJoin('saleLine as s', (join) =>
              join
                .onRef('s.cooperativeId', '=', 'a.cooperativeId')
                .onRef('s.declarationId', '=', 'a.declarationId'),
            )
            .select('a.id')
            .whereRef('a.cooperativeId', '=', 'r.cooperativeId')
            .whereRef('a.concernsMonth', '=', 'r.month')
            .whereRef('s.currency', '=', 'r.currency'),
        )
        .as('isUsed'),
    ])
    .where('r.cooperativeId', '=', cooperativeId)
    .orderBy('r.month', 'desc')
    .orderBy('r.currency')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...row,
    month: yearMonth(row.month),
    isUsed: row.isUsed === true,
  }))
}
