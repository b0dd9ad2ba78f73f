import { type ReminderPace, USUAL_PACE } from '@terreau/domain/pipeline/pieces'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { settingsOn } from '../../settings/index.ts'

const KEYS = [
  'piece_reminder_first_days',
  'piece_reminder_next_days',
  'piece_reminders_most',
] as const

/** When people are reminded, as the cooperative decided for today; the usual pace until it decides. */
export async function reminderPace(tx: Tx, ctx: Context): Promise<ReminderPace> {
  const settings = await settingsOn(tx, ctx.cooperativeId, KEYS, ctx.today)
  const read = (key: (typeof KEYS)[number], usual: number) => Number(settings.get(key) ?? usual)
  return {
    firstDays: read('piece_reminder_first_days', USUAL_PACE.firstDays),
    nextDays: read('piece_reminder_next_days', USUAL_PACE.nextDays),
    most: read('piece_reminders_most', USUAL_PACE.most),
  }
}
