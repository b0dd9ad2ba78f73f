import { isDocumentKind } from '@terreau/domain/documents/kinds'
import { nearestAlert } from '@terreau/domain/right-to-work/permit-dates'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { documentKindName } from '@terreau/i18n/document-kinds'
import { formatDate } from '@terreau/i18n/format'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { type OutgoingMail, queueMails } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { alertContacts } from '../../right-to-work/index.ts'
import { endingPapers, paperAlertDays } from './ending-papers.ts'

interface Due {
  documentId: string
  /** The file that is kept, when two were joined. */
  personId: string
  kind: string
  /** As the cooperative calls the piece; null for a paper that was not asked for as one. */
  labelFr: string | null
  labelEn: string | null
  lastDay: LocalDate
  days: number
}

/**
 * The papers whose threshold of today nobody was told of. A server that was off tells the nearest threshold
 * only, and nobody hears of one twice.
 */
export async function papersToAlert(tx: Tx, ctx: Context): Promise<Due[]> {
  const { cooperativeId, today } = ctx
  const thresholds = await paperAlertDays(tx, ctx)
  const ending = endingPapers({ cooperativeId, today }, sql`${Math.max(...thresholds)}::integer`)
  const { rows } = await sql<Omit<Due, 'days' | 'lastDay'> & { lastDay: string }>`
    select d.id as document_id, coalesce(f.merged_into_id, f.id) as person_id, d.kind,
           g.label_fr, g.label_en, x.last_day::text as last_day
      from ${ending.from}
     where ${ending.where} and x.last_day >= ${today}::date
     order by x.last_day, d.id`.execute(tx)
  if (rows.length === 0) return []
  const ids = rows.map(({ documentId }) => documentId)
  const told = await tx
    .selectFrom('paperAlert')
    .select(['documentId', 'lastDay', 'days'])
    .where('cooperativeId', '=', cooperativeId)
    .where('documentId', 'in', ids)
    .execute()
  const done = new Set(told.map((one) => nameOf({ ...one, lastDay: localDate(one.lastDay) })))
  return rows
    .flatMap((row) => {
      const lastDay = localDate(row.lastDay)
      const days = nearestAlert(thresholds, { lastDay, today })
      return days === null ? [] : [{ ...row, lastDay, days }]
    })
    .filter((due) => !done.has(nameOf(due)))
}

/** Writes the alert down and mails the person and the referent, whoever of them reads mails. */
export const alertPaper = mutation<{ documentId: string }, { mails: number }>({
  access: 'system',
  async run(tx, ctx, { documentId }) {
    await tx
      .selectFrom('document')
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', documentId)
      .forUpdate()
      .execute()
    const due = (await papersToAlert(tx, ctx)).find((one) => one.documentId === documentId)
    if (due === undefined) return { value: { mails: 0 }, audit: 'unchanged' }
    const { lastDay, days } = due
    const mails = await mailsOf(tx, ctx, due)
    await tx
      .insertInto('paperAlert')
      .values({
        cooperativeId: ctx.cooperativeId,
        documentId,
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
    return {
      value: { mails: jobs.length },
      audit: [{ action: 'paper.alerted', entity, after: { documentId, days } }],
      jobs,
    }
  },
})

async function mailsOf(
  tx: Tx,
  ctx: Context,
  due: Due,
): Promise<{ person: OutgoingMail | null; referent: OutgoingMail | null }> {
  const { personId, lastDay } = due
  const contacts = await alertContacts(tx, ctx, { personId, permission: 'document.read' })
  const { person, referent, cooperative, isMailed } = contacts
  const link = ctx.services.config.publicUrl
  const toPerson: OutgoingMail = {
    template: 'paper-ending',
    params: {
      name: person.givenName,
      paper: labelOf(due, person.to.locale),
      until: formatDate(lastDay, person.to.locale),
      link: `${link}/moi`,
      cooperative,
    },
    to: person.to,
  }
  if (referent === null) return { person: isMailed ? toPerson : null, referent: null }
  const toReferent: OutgoingMail = {
    template: isMailed ? 'paper-ending-office' : 'paper-ending-office-call',
    params: {
      name: referent.name,
      person: person.to.name,
      phone: person.phone,
      paper: labelOf(due, referent.locale),
      until: formatDate(lastDay, referent.locale),
      link: `${link}/gestion/accueil/${personId}`,
      cooperative,
    },
    to: referent,
  }
  return { person: isMailed ? toPerson : null, referent: toReferent }
}

function labelOf({ kind, labelFr, labelEn }: Due, locale: 'fr' | 'en'): string {
  const label = locale === 'en' ? labelEn : labelFr
  if (label !== null) return label
  return documentKindName(locale, isDocumentKind(kind) ? kind : 'other')
}

const nameOf = (one: { documentId: string; lastDay: LocalDate; days: number }) =>
  `${one.documentId} ${one.lastDay} ${one.days}`
