import {
  type DeclarationReminderPace,
  hasSpoken,
  type Reminded,
  USUAL_REMINDER_PACE,
} from '@terreau/domain/declarations/reminders'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { settingsOn } from '../../settings/index.ts'
import type { Contact } from './missing-people.ts'

const KEYS = [
  'declaration_first_reminder_days',
  'declaration_last_reminder_days',
  'declaration_reminders_most',
] as const

/** When people are reminded, as the cooperative decided for today; the usual pace until it decides. */
export async function declarationReminderPace(
  tx: Tx,
  ctx: Context,
): Promise<DeclarationReminderPace> {
  const settings = await settingsOn(tx, ctx.cooperativeId, KEYS, ctx.today)
  const read = (key: (typeof KEYS)[number], usual: number) => Number(settings.get(key) ?? usual)
  return {
    firstDays: read('declaration_first_reminder_days', USUAL_REMINDER_PACE.firstDays),
    lastDays: read('declaration_last_reminder_days', USUAL_REMINDER_PACE.lastDays),
    most: read('declaration_reminders_most', USUAL_REMINDER_PACE.most),
  }
}

/** What the rule of reminders needs to know of somebody. */
export function remindedOf(contacts: readonly Contact[], deadlineOn: LocalDate): Reminded {
  return {
    deadlineOn,
    remindedOn: contacts.filter(({ kind }) => kind !== 'call').map(({ on }) => on),
    hasSpoken: contacts.some(({ answer }) => answer !== null && hasSpoken(answer)),
  }
}
