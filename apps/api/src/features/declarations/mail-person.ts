import { fullName, greetedName } from '@terreau/domain/names/full-name'
import { formatMonth } from '@terreau/i18n/format'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'

/** Time to take back what was said before its message leaves. */
const UNDO_MINUTES = 5

interface Said {
  template: 'declaration-question' | 'declaration-returned'
  declaration: { personId: string; activityId: string; concernsMonth: string }
  /** The question, or the reason, in the words of staff. */
  words: string
}

/**
 * Tells the person what staff say about a declaration, a little later. Null for somebody without an
 * address, who still finds it in their space.
 */
export async function mailPerson(tx: Tx, ctx: Context, { template, declaration, words }: Said) {
  const person = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select(['p.givenName', 'p.familyName', 'p.email', 'p.locale', 'c.name'])
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.id', '=', declaration.personId)
    .executeTakeFirstOrThrow()
  if (person.email === '') return null
  const locale = person.locale === 'en' ? 'en' : 'fr'
  const leavesAt = new Date(ctx.now.getTime() + UNDO_MINUTES * 60_000)
  const { publicUrl } = ctx.services.config
  const { concernsMonth, activityId } = declaration
  const page = `${publicUrl}/moi/declarer/${concernsMonth}`
  const params = {
    adviser: ctx.actor.kind === 'person' ? ctx.actor.displayName : person.name,
    name: greetedName(person),
    month: formatMonth(concernsMonth, locale),
    cooperative: person.name,
  }
  const to = {
    name: fullName(person),
    address: person.email,
    locale,
  } as const
  const mail =
    template === 'declaration-question'
      ? ({ template, params: { ...params, question: words, link: page } } as const)
      : ({
          template,
          params: { ...params, reason: words, link: `${page}/verifier?activite=${activityId}` },
        } as const)
  return { job: await queueMail(tx, ctx, { ...mail, to, notBefore: leavesAt }), leavesAt }
}
