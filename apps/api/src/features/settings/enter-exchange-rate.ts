import type { CurrencyCode } from '@terreau/domain/money/currency'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { isRateUsed } from './queries.ts'

interface NewRate {
  month: YearMonth
  currency: CurrencyCode
  unitsPerEuro: string
  source: string
}

/** Enters or corrects the rate of a month, until an accepted account rests on it. */
export const enterExchangeRate = mutation<NewRate, NewRate & { isUsed: boolean }>({
  access: ['cooperative.settings', 'declaration.review'],
  async run(tx, ctx, rate) {
    const { month, currency, unitsPerEuro, source } = rate
    const before = await tx
      .selectFrom('exchangeRate')
      .select(['unitsPerEuro', 'source'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('month', '=', month)
      .where('currency', '=', currency)
      .forUpdate()
      .executeTakeFirst()
    if (await isRateUsed(tx, ctx.cooperativeId, month, currency))
      throw new ProblemError('exchange-rate-used')
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
      value: { ...rate, isUsed: false },
      audit: [
        {
          action: 'exchange-rate.entered',
          entity: { kind: 'exchange-rate', id: `${month}/${currency}` },
          ...(before ? { before } : {}),
          after: { unitsPerEuro, source },
        },
      ],
    }
  },
})
