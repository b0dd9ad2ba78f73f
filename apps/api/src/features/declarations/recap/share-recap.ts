import { fullName, greetedName } from '@terreau/domain/names/full-name'
import { internationalPhone } from '@terreau/domain/names/international-phone'
import { CHANNELS } from '@terreau/domain/pipeline/facts'
import { isWritten } from '@terreau/domain/pipeline/pieces'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import { messageWords } from '@terreau/i18n/messages'
import type { SHARE_CHANNELS } from '@terreau/protocol/share'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { QueuedJob } from '../../../platform/jobs/queue.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { lockDeclarations } from '../lock-declarations.ts'

interface Recap {
  personId: string
  activityId: string
  month: YearMonth
  number: string
}

/** The mail that asks whether what staff typed is right; null for who wants to be called or has no address. */
export async function mailRecap(tx: Tx, ctx: Context, recap: Recap): Promise<QueuedJob | null> {
  const person = await reachOf(tx, ctx, recap.personId)
  const { locale, givenName, familyName, email, cooperative } = person
  if (!isWritten(person.channel, email) || ctx.actor.kind !== 'person') return null
  return queueMail(tx, ctx, {
    template: 'declaration-recap',
    params: {
      name: greetedName({ givenName, familyName }),
      staff: ctx.actor.displayName,
      month: formatMonth(recap.month, locale),
      number: recap.number,
      link: recapLink(ctx, recap),
      cooperative,
    },
    to: { name: fullName({ givenName, familyName }), address: email, locale },
  })
}

/** The same address in a message that staff send from their own phone. It holds no amount. */
export async function shareOfRecap(tx: Tx, ctx: Context, recap: Recap) {
  const { locale, givenName, familyName, phone, cooperative } = await reachOf(
    tx,
    ctx,
    recap.personId,
  )
  const text = messageWords(locale)('recap', {
    name: greetedName({ givenName, familyName }),
    month: formatMonth(recap.month, locale),
    link: recapLink(ctx, recap),
    cooperative,
  })
  return { text, phone: internationalPhone(phone) ?? '' }
}

/** Staff handed the address of the recap over by themselves. */
export const noteRecapShare = mutation<
  { declarationId: string; by: (typeof SHARE_CHANNELS)[number] },
  undefined
>({
  access: 'declaration.declare-for',
  async run(tx, ctx, { declarationId, by }) {
    const [declaration] = await lockDeclarations(tx, ctx, [declarationId])
    if (found(declaration).state === 'draft') throw new ProblemError('not-found')
    const entity = { kind: 'declaration', id: declarationId }
    return {
      value: undefined,
      audit: [{ action: 'declaration.recap-shared', entity, after: { by } }],
    }
  },
})

/** Behind the sign-in of the person, as every address that is handed over. */
function recapLink(ctx: Context, { month, activityId }: Recap): string {
  return `${ctx.services.config.publicUrl}/moi/declarations/${month}?activite=${activityId}`
}

async function reachOf(tx: Tx, ctx: Context, personId: string) {
  const { cooperativeId } = ctx
  const person = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select(['p.givenName', 'p.familyName', 'p.email', 'p.phone', 'p.locale', 'c.name'])
    .where('p.cooperativeId', '=', cooperativeId)
    .where('p.id', '=', personId)
    .executeTakeFirst()
  const fact = await tx
    .selectFrom('personFact')
    .select('value')
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', fileIds(cooperativeId, personId))
    .where('kind', '=', 'channel')
    .where('validFrom', '<=', ctx.today)
    .orderBy('validFrom', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { name, locale, ...rest } = found(person)
  return {
    ...rest,
    cooperative: name,
    locale: locale === 'en' ? ('en' as const) : ('fr' as const),
    channel: CHANNELS.find((one) => one === fact?.value) ?? null,
  }
}
