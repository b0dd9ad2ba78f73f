import { alertDue } from '@terreau/domain/right-to-work/permit-dates'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type OutgoingMail, queueMails } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { alertContacts } from './alert-contacts.ts'
import { endingPermits } from './ending-permits.ts'

interface Due {
  permitId: string
  /** The file that is kept, when two were joined. */
  personId: string
  lastDay: LocalDate
  days: number
}

/**
 * The permits whose threshold of today nobody was told of: 120, 90, 60, 30, 7 and 0 days before the last day
 * as recorded. A server that was off tells the nearest threshold only, and nobody hears of one twice.
 */
export async function permitsToAlert(tx: Tx, ctx: Context): Promise<Due[]> {
  const { cooperativeId, today } = ctx
  const ending = endingPermits({ cooperativeId, today })
  const { rows } = await sql<{ permitId: string; personId: string; lastDay: string }>`
    select p.id as permit_id, coalesce(f.merged_into_id, f.id) as person_id, x.last_day::text as last_day
      from ${ending.from}
     where ${ending.where}
     order by x.last_day, p.id`.execute(tx)
  if (rows.length === 0) return []
  const told = await tx
    .selectFrom('permitAlert')
    .select(['permitId', 'lastDay', 'days'])
    .where('cooperativeId', '=', cooperativeId)
    .where(
      'permitId',
      'in',
      rows.map(({ permitId }) => permitId),
    )
    .execute()
  const done = new Set(told.map((one) => nameOf({ ...one, lastDay: localDate(one.lastDay) })))
  return rows
    .map((row) => ({ ...row, lastDay: localDate(row.lastDay) }))
    .flatMap((row) => {
      const days = alertDue(row.lastDay, today)
      return days === null ? [] : [{ ...row, days }]
    })
    .filter((due) => !done.has(nameOf(due)))
}

/** Writes the alert down and mails the person and the referent, whoever of them reads mails. */
export const alertPermit = mutation<{ permitId: string }, { mails: number }>({
  access: 'system',
  async run(tx, ctx, { permitId }) {
    await tx
      .selectFrom('permit')
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', permitId)
      .forUpdate()
      .execute()
    const due = (await permitsToAlert(tx, ctx)).find((one) => one.permitId === permitId)
    if (due === undefined) return { value: { mails: 0 }, audit: 'unchanged' }
    const { lastDay, days } = due
    const mails = await mailsOf(tx, ctx, due)
    await tx
      .insertInto('permitAlert')
      .values({
        cooperativeId: ctx.cooperativeId,
        permitId,
        lastDay,
        days,
        alertedOn: ctx.today,
        wasPersonMailed: mails.person !== null,
        wasReferentMailed: mails.referent !== null,
      })
      .execute()
    const jobs = await queueMails(
      tx,
      ctx,
      [mails.person, mails.referent].filter((mail) => mail !== null),
    )
    const entity = { kind: 'person', id: due.personId }
    const after = { permitId, days }
    return {
      value: { mails: jobs.length },
      audit: [{ action: 'permit.alerted', entity, after }],
      jobs,
    }
  },
})

async function mailsOf(tx: Tx, ctx: Context, { personId, lastDay, days }: Due) {
  const { person, referent, cooperative, isMailed } = await alertContacts(tx, ctx, {
    personId,
    permission: 'permit.edit',
  })
  const link = ctx.services.config.publicUrl
  const toPerson: OutgoingMail = {
    template: days === 0 ? 'permit-over' : 'permit-ending',
    params: {
      name: person.givenName,
      until: formatDate(lastDay, person.to.locale),
      link: `${link}/moi/titre`,
      cooperative,
    },
    to: person.to,
    ...(days === 0 ? {} : { usefulUntil: lastDay }),
  }
  if (referent === null) return { person: isMailed ? toPerson : null, referent: null }
  const toReferent: OutgoingMail = {
    template: officeTemplate({ days, isMailed }),
    params: {
      name: referent.name,
      person: person.to.name,
      phone: person.phone,
      until: formatDate(lastDay, referent.locale),
      link: `${link}/gestion/personnes/${personId}/sejour`,
      cooperative,
    },
    to: referent,
  }
  return { person: isMailed ? toPerson : null, referent: toReferent }
}

function officeTemplate({ days, isMailed }: { days: number; isMailed: boolean }) {
  if (days === 0) return 'permit-over-office' as const
  return isMailed ? ('permit-ending-office' as const) : ('permit-ending-office-call' as const)
}

const nameOf = (one: { permitId: string; lastDay: LocalDate; days: number }) =>
  `${one.permitId} ${one.lastDay} ${one.days}`
