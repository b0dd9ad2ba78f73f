import { formatDate, formatMinutes } from '@terreau/i18n/format'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { QueuedJob } from '../../platform/jobs/queue.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { found } from '../../platform/problem-error.ts'
import { registerPublicCode } from '../../platform/public-codes.ts'
import { newToken } from '../../platform/secrets.ts'

const LINK_DAYS = 30
const DAY_MS = 24 * 60 * 60_000

export interface ConfirmationLink {
  confirmationUrl: string
  wasMailed: boolean
  jobs: QueuedJob[]
}

/** A link the person helped answers with, without an account. Mailed when they have an address. */
export async function sendConfirmationLink(
  tx: Tx,
  ctx: Context,
  cooperativeId: string,
  sessionId: string,
  options: { mayMail: boolean } = { mayMail: true },
): Promise<ConfirmationLink> {
  const session = await sessionToConfirm(tx, cooperativeId, sessionId)
  const token = newToken()
  const within = { ...ctx, cooperativeId }
  await registerPublicCode(tx, within, {
    text: token,
    purpose: 'tutoring_confirmation',
    targetId: sessionId,
    partyId: session.tuteeId,
    expiresAt: new Date(ctx.now.getTime() + LINK_DAYS * DAY_MS),
  })
  const confirmationUrl = `${ctx.services.config.publicUrl}/c/${token}`
  if (session.email === '' || !options.mayMail)
    return { confirmationUrl, wasMailed: false, jobs: [] }
  const job = await queueMail(tx, within, {
    template: 'tutoring-confirm',
    to: { name: session.tuteeName, address: session.email, locale: session.locale },
    params: {
      name: session.tuteeGivenName,
      tutor: session.tutorGivenName,
      sentence: `${formatMinutes(session.minutes, session.locale)}, ${formatDate(session.heldOn, session.locale, 'weekday')}`,
      link: confirmationUrl,
      cooperative: session.cooperativeName,
    },
  })
  return { confirmationUrl, wasMailed: true, jobs: [job] }
}

async function sessionToConfirm(tx: Tx, cooperativeId: string, sessionId: string) {
  const row = await tx
    .selectFrom('tutoringSession as s')
    .innerJoin('person as tutor', (j) =>
      j
        .onRef('tutor.cooperativeId', '=', 's.cooperativeId')
        .onRef('tutor.id', '=', 's.tutorPersonId'),
    )
    .innerJoin('person as tutee', (j) =>
      j
        .onRef('tutee.cooperativeId', '=', 's.cooperativeId')
        .onRef('tutee.id', '=', 's.tuteePersonId'),
    )
    .innerJoin('cooperative as c', 'c.id', 's.cooperativeId')
    .select([
      's.heldOn',
      's.minutes',
      'tutor.givenName as tutorGivenName',
      'tutee.id as tuteeId',
      'tutee.givenName as tuteeGivenName',
      'tutee.familyName as tuteeFamilyName',
      'tutee.email',
      'tutee.locale',
      'c.name as cooperativeName',
    ])
    .where('s.cooperativeId', '=', cooperativeId)
    .where('s.id', '=', sessionId)
    .where('s.cancelledAt', 'is', null)
    .executeTakeFirst()
  const session = found(row)
  return {
    ...session,
    tuteeName: `${session.tuteeGivenName} ${session.tuteeFamilyName}`,
    locale: session.locale === 'en' ? ('en' as const) : ('fr' as const),
  }
}
