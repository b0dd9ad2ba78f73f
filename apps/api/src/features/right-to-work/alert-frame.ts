import type { Permission } from '@terreau/domain/access/permissions'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { AuditAction } from '../../platform/audit/actions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type OutgoingMail, queueMails } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { type AlertContacts, alertContacts } from './alert-contacts.ts'

/** Something with a last day that the person and whoever follows them are told of, at a threshold. */
export interface EndingPaper {
  id: string
  /** The file that is kept, when two were joined. */
  personId: string
  lastDay: LocalDate
}
export type DuePaper<Paper extends EndingPaper> = Paper & {
  /** The threshold of today, in days before the last day. */
  days: number
}

/** What tells one kind of ending paper from another; the rest of an alert is the same for all. */
export interface AlertKind<Paper extends EndingPaper> {
  /** Those whose first threshold has come, with `days` of today's; null: none of today. */
  ending(tx: Tx, ctx: Context): Promise<(Paper & { days: number | null })[]>
  /** What was told of these already. */
  told(tx: Tx, ctx: Context, ids: readonly string[]): Promise<Told[]>
  /** Alone on it until the end of the transaction. */
  lock(tx: Tx, ctx: Context, id: string): Promise<unknown>
  /** Writes down that it was told, and to whom. */
  note(tx: Tx, ctx: Context, alert: Told & NotedAlert): Promise<unknown>
  action: AuditAction
  /** What a journal calls its id. */
  idName: string
  /** Without it a referent is told nothing about it. */
  permission: Permission
  toPerson(paper: DuePaper<Paper>, told: AlertContacts & { link: string }): OutgoingMail
  toReferent(
    paper: DuePaper<Paper>,
    told: AlertContacts & { link: string; referent: NonNullable<AlertContacts['referent']> },
  ): OutgoingMail
}

interface Told {
  id: string
  lastDay: string
  days: number
}
interface NotedAlert {
  alertedOn: LocalDate
  wasPersonMailed: boolean
  wasReferentMailed: boolean
}

/**
 * The papers whose threshold of today nobody was told of. A server that was off tells the nearest threshold
 * only, and nobody hears of one twice.
 */
export async function papersDue<Paper extends EndingPaper>(
  tx: Tx,
  ctx: Context,
  kind: AlertKind<Paper>,
): Promise<DuePaper<Paper>[]> {
  const papers = await kind.ending(tx, ctx)
  if (papers.length === 0) return []
  const told = await kind.told(
    tx,
    ctx,
    papers.map(({ id }) => id),
  )
  const done = new Set(told.map(nameOf))
  return papers.flatMap((paper) => {
    const { days } = paper
    if (days === null || done.has(nameOf({ ...paper, days }))) return []
    return [{ ...paper, days }]
  })
}

/** A verb that writes one alert down and mails the person and the referent, whoever of them reads mails. */
export function alertVerb<Paper extends EndingPaper>(kind: AlertKind<Paper>) {
  return mutation<{ id: string }, { mails: number }>({
    access: 'system',
    async run(tx, ctx, { id }) {
      await kind.lock(tx, ctx, id)
      const due = (await papersDue(tx, ctx, kind)).find((one) => one.id === id)
      if (due === undefined) return { value: { mails: 0 }, audit: 'unchanged' }
      const { personId, lastDay, days } = due
      const mails = await mailsOf(tx, ctx, { kind, due })
      await kind.note(tx, ctx, {
        id,
        lastDay,
        days,
        alertedOn: ctx.today,
        wasPersonMailed: mails.person !== null,
        wasReferentMailed: mails.referent !== null,
      })
      const jobs = await queueMails(
        tx,
        ctx,
        [mails.person, mails.referent].filter((mail) => mail !== null),
      )
      const entity = { kind: 'person', id: personId }
      return {
        value: { mails: jobs.length },
        audit: [{ action: kind.action, entity, after: { [kind.idName]: id, days } }],
        jobs,
      }
    },
  })
}

async function mailsOf<Paper extends EndingPaper>(
  tx: Tx,
  ctx: Context,
  { kind, due }: { kind: AlertKind<Paper>; due: DuePaper<Paper> },
) {
  const { personId } = due
  const contacts = await alertContacts(tx, ctx, { personId, permission: kind.permission })
  const told = { ...contacts, link: ctx.services.config.publicUrl }
  const { referent } = contacts
  return {
    person: contacts.isMailed ? kind.toPerson(due, told) : null,
    referent: referent === null ? null : kind.toReferent(due, { ...told, referent }),
  }
}

const nameOf = ({ id, lastDay, days }: Told) => `${id} ${localDate(lastDay)} ${days}`
