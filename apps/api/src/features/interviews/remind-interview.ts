import { fullName, greetedName } from '@terreau/domain/names/full-name'
import { addDays } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { interviewWayText } from '@terreau/i18n/interview-summary'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { lockInterview } from './queries.ts'

/** Planned for tomorrow, or for today when the server was off yesterday, and not reminded of yet. */
export async function interviewsToRemind(tx: Tx, ctx: Context): Promise<string[]> {
  const rows = await tx
    .selectFrom('supportInterview')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('state', '=', 'planned')
    .where('plannedOn', '>=', ctx.today)
    .where('plannedOn', '<=', addDays(ctx.today, 1))
    .where('remindedOn', 'is', null)
    .orderBy('plannedOn')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Writes to the person, unless there is no address or the interview changed meanwhile. */
export const remindInterview = mutation<{ interviewId: string }, undefined>({
  access: 'system',
  async run(tx, ctx, { interviewId }) {
    const interview = await lockInterview(tx, ctx, interviewId)
    const { plannedOn, plannedTime, state, personId } = interview
    const due = (await interviewsToRemind(tx, ctx)).includes(interviewId)
    const person = await tx
      .selectFrom('person')
      .select(['givenName', 'familyName', 'email', 'locale'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', personId)
      .where('archivedAt', 'is', null)
      .where('mergedIntoId', 'is', null)
      .executeTakeFirst()
    const isMailed = due && state === 'planned' && person !== undefined && person.email !== ''
    if (!isMailed || plannedOn === null) return { value: undefined, audit: 'unchanged' }
    await tx
      .updateTable('supportInterview')
      .set({ remindedOn: ctx.today })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', interviewId)
      .execute()
    const cooperative = await tx
      .selectFrom('cooperative')
      .select('name')
      .where('id', '=', ctx.cooperativeId)
      .executeTakeFirst()
    const locale = person.locale === 'en' ? 'en' : 'fr'
    const mail = await queueMail(tx, ctx, {
      template: 'interview-reminder',
      params: {
        name: greetedName(person),
        day: formatDate(plannedOn, locale),
        time: plannedTime,
        conductor: interview.conductorName,
        where: interviewWayText(locale, interview),
        cooperative: found(cooperative).name,
      },
      to: { name: fullName(person), address: person.email, locale },
    })
    const entity = { kind: 'interview', id: interviewId }
    const after = { plannedOn, mailId: mail.mailId }
    return {
      value: undefined,
      audit: [{ action: 'interview.reminded', entity, after }],
      jobs: [mail],
    }
  },
})
