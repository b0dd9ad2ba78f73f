import type { CurrencyCode } from '@terreau/domain/money/currency'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { isRateUsed } from './queries.ts'

export interface NewRate {
  month: YearMonth
  currency: CurrencyCode
  unitsPerEuro: string
  source: string
}

/** Enters or corrects the rate of a month, until an accepted account rests on it. */
export const enterExchangeRate = mutation<NewRate, NewRate & { isUsed: boolean }>({
  access: ['cooperative.settings', 'declaration.review'],
  async run(tx, ctx, rate) {
    const audit = await writeRate(tx, ctx, rate)
    if (audit === 'used') throw new ProblemError('exchange-rate-used')
    return {
      value: { ...rate, isUsed: false },
      audit: audit === 'same' ? 'unchanged' : [audit],
    }
  },
})

/** Writes one rate: its line for the journal, or why nothing was written. The same rate again is no change. */
export async function writeRate(
  tx: Tx,
  ctx: Context,
  { month, currency, unitsPerEuro, source }: NewRate,
): Promise<AuditEntry | 'same' | 'used'> {
  const before = await tx
    .selectFrom('exchangeRate')
    .select(['unitsPerEuro', 'source'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('month', '=', month)
    .where('currency', '=', currency)
    .forUpdate()
    .executeTakeFirst()
  const isSame = before?.source === source && isSameNumber(before.unitsPerEuro, unitsPerEuro)
  if (isSame) return 'same'
  if (await isRateUsed(tx, ctx.cooperativeId, month, currency)) return 'used'
  await tx
    .insertInto('exchangeRate')
    .values({ cooperativeId: ctx.cooperativeId, month, currency, unitsPerEuro, source })
    .onConflict((conflict) =>
      conflict
        .columns(['cooperativeId', 'month', 'currency'])
        .doUpdateSet({ unitsPerEuro, source, enteredAt: ctx.now }),
    )
    .execute()
  return {
    action: 'exchange-rate.entered',
    entity: { kind: 'exchange-rate', id: `${month}/${currency}` },
    ...(before ? { before } : {}),
    after: { unitsPerEuro, source },
  }
}

/** 9874.50 is 9874.5. */
function isSameNumber(left: string, right: string): boolean {
  const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
  return plain(left) === plain(right)
}
