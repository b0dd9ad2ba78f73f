import { fullName, greetedName } from '@terreau/domain/names/full-name'
import type { DecisionReason } from '@terreau/domain/pipeline/decision'
import { reasonSentence } from '@terreau/i18n/decision-reasons'
import { type MailParams, type MailTemplate, mailText } from '@terreau/i18n/mails'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { QueuedJob } from '../../../platform/jobs/queue.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'

export interface Letter {
  subject: string
  body: string
}

interface Decided {
  act: string
  reason: DecisionReason | null
  words: string
}

const TEMPLATES: Readonly<Record<string, MailTemplate>> = {
  admit: 'lead-admitted',
  postpone: 'lead-not-now',
  refuse: 'lead-refused',
}

/**
 * The letter of a decision in plain words, in the person's language; null for an act that decides nothing.
 * It is kept as it was written: who has no address gets it on paper or read aloud.
 */
export async function decisionLetter(
  tx: Tx,
  ctx: Context,
  to: { givenName: string; familyName: string; email: string; locale: string },
  decided: Decided & { isMailed: boolean },
): Promise<{ letter: Letter; mail: (QueuedJob & { mailId: string }) | null } | null> {
  const template = TEMPLATES[decided.act]
  if (template === undefined) return null
  const locale = to.locale === 'en' ? 'en' : 'fr'
  const params = await letterParams(tx, ctx, greetedName(to), locale, decided)
  const letter = mailText(locale, template, params)
  if (!decided.isMailed || to.email === '') return { letter, mail: null }
  const address = { name: fullName(to), address: to.email, locale } as const
  return { letter, mail: await queueMail(tx, ctx, { template, params, to: address }) }
}

async function letterParams(
  tx: Tx,
  ctx: Context,
  name: string,
  locale: 'fr' | 'en',
  { reason, words }: Decided,
): Promise<MailParams> {
  const cooperative = await tx
    .selectFrom('cooperative')
    .select(['name', 'phone', 'email'])
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  return {
    name,
    cooperative: cooperative.name,
    reach: cooperative.phone === '' ? cooperative.email : cooperative.phone,
    reason: reason === null ? '' : reasonSentence(locale, reason),
    words: words === '' ? '' : `${words}\n\n`,
  }
}
