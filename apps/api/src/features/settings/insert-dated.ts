import type { CurrencyCode } from '@terreau/domain/money/currency'
import type { SettingKey } from '@terreau/domain/settings/dated-settings'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** Writes a dated setting. The caller has checked that none is entered for that day. */
export async function insertSetting(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  setting: { key: SettingKey; validFrom: LocalDate; value: string; source: string },
): Promise<void> {
  await tx
    .insertInto('cooperativeSetting')
    .values({ cooperativeId: ctx.cooperativeId, ...setting })
    .execute()
}

/** Writes the rate of a month. The caller has checked that none is entered. */
export async function insertExchangeRate(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  rate: { month: YearMonth; currency: CurrencyCode; unitsPerEuro: string; source: string },
): Promise<void> {
  await tx
    .insertInto('exchangeRate')
    .values({ cooperativeId: ctx.cooperativeId, ...rate })
    .execute()
}
