import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'

import { ownPersonId } from '../../../platform/own-person.ts'

/**
 * Keeps where somebody is and what is typed there, so that another phone or a mailed link goes on from the
 * same letter. It is no answer yet: the journal notes the page, not each key.
 */
export const savePlace = mutation<{ question: string; typed: string }, undefined>({
  access: 'onboarding.own',
  async run(tx, ctx, { question, typed }) {
    const personId = ownPersonId(ctx)
    const place = { question, typed, savedAt: ctx.now }
    const before = await tx
      .selectFrom('welcomePlace')
      .select('question')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('personId', '=', personId)
      .executeTakeFirst()
    await tx
      .insertInto('welcomePlace')
      .values({ cooperativeId: ctx.cooperativeId, personId, ...place })
      .onConflict((conflict) => conflict.columns(['cooperativeId', 'personId']).doUpdateSet(place))
      .execute()
    if (before?.question === question) return { value: undefined, audit: 'unchanged' }
    const entity = { kind: 'person', id: personId }
    return {
      value: undefined,
      audit: [{ action: 'person.welcome-saved', entity, after: { question } }],
    }
  },
})

/** An answered page is no longer the place where somebody stopped. */
export async function forgetPlace(
  tx: Tx,
  ctx: Context,
  personId: string,
  question: string,
): Promise<void> {
  await tx
    .deleteFrom('welcomePlace')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .where('question', '=', question)
    .execute()
}
