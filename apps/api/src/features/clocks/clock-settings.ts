import { type ClockSettings, DEFAULT_CLOCK_SETTINGS } from '@terreau/domain/clocks/settings'
import { valueOn } from '@terreau/domain/legal/dated-parameter'
import { departmentOf } from '@terreau/domain/right-to-work/department'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { settingOn } from '../settings/index.ts'

/** What the cooperative decided on the day, and the department of its seat, whose holidays count. */
export async function clockSettings(
  tx: Tx,
  { cooperativeId, today }: Pick<Context, 'cooperativeId' | 'today'>,
): Promise<ClockSettings> {
  const defaults = valueOn(DEFAULT_CLOCK_SETTINGS, today).value
  const alertDays = await settingOn(tx, cooperativeId, 'notice_alert_days', today)
  const { seatAddress } = await tx
    .selectFrom('cooperative')
    .select('seatAddress')
    .where('id', '=', cooperativeId)
    .executeTakeFirstOrThrow()
  return {
    ...defaults,
    ...(alertDays === null ? {} : { noticeAlertDays: Number(alertDays) }),
    department: departmentOf(seatAddress),
  }
}
