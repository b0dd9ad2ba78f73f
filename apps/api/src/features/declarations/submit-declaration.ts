import type { YearMonth } from '@terreau/domain/time/year-month'
import { mutation } from '../../platform/mutation.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import type { Draft } from './own-declaration.ts'
import { mailRecap } from './recap/share-recap.ts'
import { type SentDeclaration, sendDeclaration } from './send-declaration.ts'

interface Submission {
  month: YearMonth
  activity: string | undefined
  draft: Draft
}

/** A person sends her own month. */
export const submitDeclaration = mutation<Submission, SentDeclaration>({
  access: 'declaration.declare',
  run: (tx, ctx, input) =>
    sendDeclaration(tx, ctx, { ...input, personId: ownPersonId(ctx), channel: 'phone' }),
})

/** Staff type what somebody says on the phone: the declaration says so, and the person is asked whether it is right. */
export const declareForPerson = mutation<Submission & { personId: string }, SentDeclaration>({
  access: 'declaration.declare-for',
  async run(tx, ctx, input) {
    found(
      await tx
        .selectFrom('person')
        .select('id')
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', input.personId)
        .executeTakeFirst(),
    )
    const outcome = await sendDeclaration(tx, ctx, { ...input, channel: 'staff' })
    if (outcome.audit === 'unchanged') return outcome
    const { number, activityId } = outcome.value
    const mail = await mailRecap(tx, ctx, {
      personId: input.personId,
      activityId,
      month: input.month,
      number,
    })
    return mail === null ? outcome : { ...outcome, jobs: [mail] }
  },
})
