import type { SettingKey } from '@terreau/domain/settings/dated-settings'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation, type Outcome } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lastClosedDay } from './queries.ts'
import { checkSwitch } from './two-persons.ts'

interface NewSetting {
  key: SettingKey
  validFrom: LocalDate
  value: bigint
  source: string
}
type Entered = NewSetting & { createdAt: string }

/**
 * Enters a value from a day on. Values are never changed: a closed month keeps what it was computed with,
 * so the first day must be after the last closed month. No figure of a month rests on the financial year: an
 * assembly keeps the one it approved.
 */
export const enterSetting = mutation<NewSetting, Entered>({
  access: 'cooperative.settings',
  async run(tx, ctx, setting) {
    if (setting.key === 'two_persons_required') await checkSwitch(tx, ctx, setting.value === 1n)
    return addSetting(tx, ctx, setting)
  },
})

/** Writes the value, once nobody else has to agree any more. */
export async function addSetting(
  tx: Tx,
  ctx: Context,
  setting: NewSetting,
): Promise<Outcome<Entered>> {
  const closedUntil = await lastClosedDay(tx, ctx.cooperativeId)
  const isOfMonths = setting.key !== 'financial_year_first_month'
  if (isOfMonths && closedUntil !== null && setting.validFrom <= closedUntil)
    throw new ProblemError('month-is-closed', undefined, [
      { pointer: '/body/validFrom', code: 'month-is-closed' },
    ])
  const { value, ...row } = setting
  const inserted = await tx
    .insertInto('cooperativeSetting')
    .values({ cooperativeId: ctx.cooperativeId, ...row, value: value.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('createdAt')
    .executeTakeFirst()
  if (inserted === undefined)
    throw new ProblemError('setting-exists', undefined, [
      { pointer: '/body/validFrom', code: 'setting-exists' },
    ])
  return {
    value: { ...setting, createdAt: inserted.createdAt.toISOString() },
    audit: [
      {
        action: 'setting.entered',
        entity: { kind: 'setting', id: setting.key },
        after: { validFrom: setting.validFrom, value, source: setting.source },
      },
    ],
  }
}
