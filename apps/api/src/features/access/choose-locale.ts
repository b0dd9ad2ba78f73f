import type { Locale } from '@terreau/protocol/codecs'
import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'

/** The language of screens and of messages to come. */
export const chooseLocale = mutation<{ locale: Locale }, void>({
  access: 'signed-in',
  async run(tx, ctx, { locale }) {
    const userId = userIdOf(ctx)
    if (ctx.locale === locale) return { value: undefined, audit: 'unchanged' }
    await tx.updateTable('appUser').set({ locale }).where('id', '=', userId).execute()
    return {
      value: undefined,
      audit: [
        {
          action: 'locale.chosen',
          entity: { kind: 'user', id: userId },
          before: { locale: ctx.locale },
          after: { locale },
        },
      ],
    }
  },
})
