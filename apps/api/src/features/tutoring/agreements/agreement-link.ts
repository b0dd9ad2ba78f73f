import { mayAct, SIDES, type Side } from '@terreau/domain/tutoring/agreement'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { QueuedJob } from '../../../platform/jobs/queue.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { openLink } from '../../../platform/open-link.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { registerPublicCode } from '../../../platform/public-codes.ts'
import { newToken } from '../../../platform/secrets.ts'
import { type Agreement, lockAgreement, readAgreement, sidesToAsk } from './agreement-queries.ts'

const LINK_DAYS = 30
const DAY_MS = 24 * 60 * 60_000

export interface AgreementLink {
  side: Side
  name: string
  url: string
  wasMailed: boolean
}

/**
 * A link for each of these sides. Two per person, as for a session: one that staff see and may share, and one
 * that only the mail carries, so that it is known by which an answer came.
 */
export async function sendAgreementLinks(
  tx: Tx,
  ctx: Context,
  { agreement, sides }: { agreement: Agreement; sides: readonly Side[] },
): Promise<{ links: AgreementLink[]; jobs: QueuedJob[] }> {
  const links: AgreementLink[] = []
  const jobs: QueuedJob[] = []
  for (const side of sides) {
    const party = agreement[side]
    const of = { agreement, personId: party.personId }
    const url = await newLink(tx, ctx, { ...of, purpose: 'tutoring_agreement' })
    const wasMailed = party.email !== ''
    if (wasMailed) {
      const link = await newLink(tx, ctx, { ...of, purpose: 'tutoring_agreement_mailed' })
      jobs.push(await mailLink(tx, ctx, { agreement, side, link }))
    }
    links.push({ side, name: party.name, url, wasMailed })
  }
  return { links, jobs }
}

async function newLink(
  tx: Tx,
  ctx: Context,
  of: {
    agreement: Agreement
    personId: string
    purpose: 'tutoring_agreement' | 'tutoring_agreement_mailed'
  },
): Promise<string> {
  const token = newToken()
  await registerPublicCode(tx, ctx, {
    text: token,
    purpose: of.purpose,
    targetId: of.agreement.relationId,
    partyId: of.personId,
    expiresAt: new Date(ctx.now.getTime() + LINK_DAYS * DAY_MS),
  })
  return `${ctx.services.config.publicUrl}/accord/${token}`
}

async function mailLink(
  tx: Tx,
  ctx: Context,
  { agreement, side, link }: { agreement: Agreement; side: Side; link: string },
): Promise<QueuedJob> {
  const party = agreement[side]
  const other = agreement[side === 'tutor' ? 'tutee' : 'tutor']
  const cooperative = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirst()
  return queueMail(tx, ctx, {
    template: agreement.state === 'ended' ? 'tutoring-review' : 'tutoring-agreement',
    to: {
      name: party.name,
      address: party.email,
      locale: party.locale === 'en' ? 'en' : 'fr',
    },
    params: {
      name: party.greeted,
      other: other.greeted,
      link,
      cooperative: found(cooperative).name,
    },
  })
}

/** New links for who has still to answer or to look back. */
export const resendAgreementLinks = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { relationId }: { relationId: string }) {
    const agreement = await lockAgreement(tx, { cooperativeId: ctx.cooperativeId, relationId })
    if (!isAsking(agreement)) throw new ProblemError('agreement-act-not-allowed')
    const sides = sidesToAsk(agreement)
    const { links, jobs } = await sendAgreementLinks(tx, ctx, { agreement, sides })
    const entity = { kind: 'tutoring-relation', id: relationId }
    return { value: links, audit: [{ action: 'tutoring.link-sent', entity }], jobs }
  },
})

/** "Your link is too old": sends another to the person it was made for, and shows it to nobody. */
export const renewAgreementLink = mutation({
  access: 'code-holder',
  async run(tx, ctx, { token }: { token: string }) {
    const { agreement, side } = await openAgreement(tx, token, ctx.now, { mayBeExpired: true })
    const { cooperativeId } = agreement
    const within = { ...ctx, cooperativeId }
    const { jobs } = await sendAgreementLinks(tx, within, { agreement, sides: [side] })
    const entity = { kind: 'tutoring-relation', id: agreement.relationId }
    return {
      value: undefined,
      journal: { actor: { kind: 'visitor' }, cooperativeId },
      audit: [{ action: 'tutoring.link-sent', entity }],
      jobs,
    }
  },
})

function isAsking({ state }: Agreement): boolean {
  return state !== null && (mayAct(state, 'answer') || mayAct(state, 'review'))
}

/** What a link is about: one side of one pair. The transaction then sees the cooperative of the link. */
export async function openAgreement(
  tx: Tx,
  token: string,
  now: Date,
  options: { mayBeExpired?: boolean } = {},
) {
  const link = await openLink(tx, token, 'tutoring_agreement', { now, ...options })
  const { cooperativeId, targetId: relationId, partyId, channel } = link
  const agreement = await readAgreement(tx, { cooperativeId, relationId })
  const side = found(SIDES.find((one) => agreement[one].personId === partyId))
  return { agreement: { ...agreement, cooperativeId }, side, channel }
}

/** What the page of a link shows, and nothing more. */
export async function shownAgreement(tx: Tx, token: string, now: Date) {
  const { agreement, side } = await openAgreement(tx, token, now)
  const { state, wording, version } = agreement
  if (state === null || wording === null) throw new ProblemError('code-unknown')
  const cooperative = await tx
    .selectFrom('cooperative')
    .select(['name', 'phone'])
    .where('id', '=', agreement.cooperativeId)
    .executeTakeFirst()
  return {
    version,
    shown: {
      ...wording,
      side,
      tutorName: agreement.tutor.greeted,
      tuteeName: agreement.tutee.greeted,
      cooperative: found(cooperative),
      state,
      answer: agreement.answers.findLast((one) => one.side === side)?.answer ?? null,
      mayAnswer: mayAct(state, 'answer'),
      mayReview:
        mayAct(state, 'review') && !agreement.reviews.some((review) => review.side === side),
    },
  }
}
