import { fullName, greetedName } from '@terreau/domain/names/full-name'
import { formatDate } from '@terreau/i18n/format'
import { actorLabel, type Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { QueuedJob } from '../../../platform/jobs/queue.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { lockMeeting } from './lock-meeting.ts'

interface Invited {
  meetingId: string
  leadIds: string[]
}

/** Invites contacts once each; those who have an address get the day and the place by mail. */
export const inviteGuests = mutation<Invited, { invited: number; mailed: number }>({
  access: 'onboarding.manage',
  async run(tx, ctx, { meetingId, leadIds }) {
    const meeting = await lockMeeting(tx, ctx, meetingId)
    const leads = await knownLeads(tx, ctx, leadIds)
    const added = await tx
      .insertInto('infoMeetingGuest')
      .values(
        leads.map((lead) => ({
          cooperativeId: ctx.cooperativeId,
          meetingId,
          leadId: lead.id,
          invitedAt: ctx.now,
          invitedBy: actorLabel(ctx.actor),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('leadId')
      .execute()
    const isNew = new Set(added.map((row) => row.leadId))
    const told = meeting.heldOn >= ctx.today ? leads.filter((lead) => isNew.has(lead.id)) : []
    const jobs = await tellGuests(tx, ctx, 'meeting-invitation', meeting, told)
    const value = { invited: added.length, mailed: jobs.length }
    if (added.length === 0) return { value, audit: 'unchanged' }
    const entity = { kind: 'meeting', id: meetingId }
    return {
      value,
      audit: [{ action: 'meeting.guests-invited', entity, after: { leadIds: [...isNew] } }],
      jobs,
    }
  },
})

interface Guest {
  givenName: string
  familyName: string
  email: string
  locale: string
}

/** Writes to the guests who have an address. */
export async function tellGuests(
  tx: Tx,
  ctx: Context,
  template: 'meeting-invitation' | 'meeting-cancelled',
  meeting: { heldOn: string; startsAt: string; place: string },
  guests: readonly Guest[],
): Promise<QueuedJob[]> {
  const { name: cooperative } = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  const jobs: QueuedJob[] = []
  for (const { givenName, familyName, email, locale: spoken } of guests) {
    if (email === '') continue
    const locale = spoken === 'en' ? 'en' : 'fr'
    const { startsAt, place } = meeting
    const day = formatDate(meeting.heldOn, locale)
    const params = {
      name: greetedName({ givenName, familyName }),
      cooperative,
      day,
      time: startsAt,
      place,
    }
    const to = { name: fullName({ givenName, familyName }), address: email, locale } as const
    jobs.push(await queueMail(tx, ctx, { template, params, to }))
  }
  return jobs
}

async function knownLeads(tx: Tx, ctx: Context, leadIds: readonly string[]) {
  const rows = await tx
    .selectFrom('lead')
    .select(['id', 'givenName', 'familyName', 'email', 'locale'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...new Set(leadIds)])
    .where('personId', 'is', null)
    .orderBy('id')
    .execute()
  if (rows.length !== new Set(leadIds).size) throw new ProblemError('not-found')
  return rows
}
