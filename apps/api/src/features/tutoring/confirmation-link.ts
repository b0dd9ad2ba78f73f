import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { QueuedJob } from '../../platform/jobs/queue.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { registerPublicCode } from '../../platform/public-codes.ts'
import { newToken } from '../../platform/secrets.ts'

const LINK_DAYS = 30
const DAY_MS = 24 * 60 * 60_000

export interface ConfirmationLink {
  tuteeId: string
  tuteeName: string
  confirmationUrl: string
  wasMailed: boolean
}

interface Whose {
  cooperativeId: string
  sessionId: string
  /** One person only; everybody who has not said yes when absent. */
  tuteeId?: string | null
}

interface Asked {
  tuteeId: string
  greeted: string
  name: string
  email: string
  locale: string
  heldOn: string
  minutes: number
  tutorGreeted: string
  cooperativeName: string
}

/**
 * Links the people helped answer with, without an account. Two per person: one that the tutor sees and may
 * share, and one that only the mail carries, so that staff know which of the two an answer came by.
 */
export async function sendConfirmationLinks(
  tx: Tx,
  ctx: Context,
  whose: Whose,
  options: { mayMail: boolean } = { mayMail: true },
): Promise<{ links: ConfirmationLink[]; jobs: QueuedJob[] }> {
  const links: ConfirmationLink[] = []
  const jobs: QueuedJob[] = []
  for (const asked of await peopleToAsk(tx, whose)) {
    const shared = await newLink(tx, ctx, { ...whose, asked, purpose: 'tutoring_confirmation' })
    const wasMailed = asked.email !== '' && options.mayMail
    if (wasMailed) {
      const purpose = 'tutoring_confirmation_mailed'
      const link = await newLink(tx, ctx, { ...whose, asked, purpose })
      jobs.push(await mailLink(tx, ctx, { ...whose, asked, link }))
    }
    links.push({
      tuteeId: asked.tuteeId,
      tuteeName: asked.name,
      confirmationUrl: shared,
      wasMailed,
    })
  }
  return { links, jobs }
}

async function newLink(
  tx: Tx,
  ctx: Context,
  of: Whose & {
    asked: Asked
    purpose: 'tutoring_confirmation' | 'tutoring_confirmation_mailed'
  },
): Promise<string> {
  const token = newToken()
  await registerPublicCode(
    tx,
    { ...ctx, cooperativeId: of.cooperativeId },
    {
      text: token,
      purpose: of.purpose,
      targetId: of.sessionId,
      partyId: of.asked.tuteeId,
      expiresAt: new Date(ctx.now.getTime() + LINK_DAYS * DAY_MS),
    },
  )
  return `${ctx.services.config.publicUrl}/c/${token}`
}

function mailLink(
  tx: Tx,
  ctx: Context,
  { cooperativeId, asked, link }: Whose & { asked: Asked; link: string },
): Promise<QueuedJob> {
  const locale = asked.locale === 'en' ? 'en' : 'fr'
  return queueMail(
    tx,
    { ...ctx, cooperativeId },
    {
      template: 'tutoring-confirm',
      to: { name: asked.name, address: asked.email, locale },
      params: {
        name: asked.greeted,
        tutor: asked.tutorGreeted,
        sentence: `${formatMinutes(asked.minutes, locale)}, ${formatDate(asked.heldOn, locale, 'weekday')}`,
        link,
        cooperative: asked.cooperativeName,
      },
    },
  )
}

async function peopleToAsk(tx: Tx, whose: Whose): Promise<Asked[]> {
  const only = whose.tuteeId
    ? sql`and p.tutee_person_id = ${whose.tuteeId}`
    : sql`and p.answer is distinct from 'yes'`
  const { rows } =
    await sql<Asked>`select t.id as tutee_id, terreau.greeted_name(t.given_name, t.family_name) as greeted, terreau.full_name(t.given_name, t.family_name) as name,
      coalesce(nullif(k.email, ''), t.email) as email, k.locale, s.held_on, s.minutes, terreau.greeted_name(tutor.given_name, tutor.family_name) as tutor_greeted, c.name as cooperative_name
    from terreau.tutoring_session s
    join terreau.tutoring_part p on p.cooperative_id = s.cooperative_id and p.session_id = s.id
    join terreau.person t on t.cooperative_id = p.cooperative_id and t.id = p.tutee_person_id
    join terreau.person k on k.cooperative_id = t.cooperative_id and k.id = coalesce(t.merged_into_id, t.id)
    join terreau.person tutor on tutor.cooperative_id = s.cooperative_id and tutor.id = s.tutor_person_id
    join terreau.cooperative c on c.id = s.cooperative_id
    where s.cooperative_id = ${whose.cooperativeId} and s.id = ${whose.sessionId} and s.cancelled_at is null and k.erased_n is null ${only}
    order by t.given_name, t.id`.execute(tx)
  return rows
}
