import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { type MailParams, type MailTemplate, mailText } from '@terreau/i18n/mails'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { defineJob } from '../jobs/define-job.ts'
import type { QueuedJob } from '../jobs/queue.ts'
import { mutation } from '../mutation.ts'

export interface OutgoingMail {
  template: MailTemplate
  params: MailParams
  to: { name: string; address: string; locale: 'fr' | 'en' }
  /** Mails people may want to take back wait a little (undo is real until then). */
  notBefore?: Date
  /** The last day on which it says something: a mail that still waits after it is dropped. */
  usefulUntil?: LocalDate
}

/** Writes a mail in the transaction; give the returned job to the outcome. Nothing leaves before COMMIT. */
export async function queueMail(
  tx: Tx,
  ctx: Context,
  mail: OutgoingMail,
): Promise<QueuedJob & { mailId: string }> {
  const [queued] = await queueMails(tx, ctx, [mail])
  if (queued === undefined) throw new Error('a mail was given')
  return queued
}

/** The same for many mails, in one statement. */
export async function queueMails(
  tx: Tx,
  ctx: Context,
  mails: readonly OutgoingMail[],
): Promise<(QueuedJob & { mailId: string })[]> {
  if (mails.length === 0) return []
  const { cooperativeId } = ctx
  const written = mails.map((mail) => ({ id: randomUUID(), mail }))
  await tx
    .insertInto('mail')
    .values(written.map(({ id, mail }) => mailRow(ctx, id, mail)))
    .execute()
  return written.map(({ id, mail: { notBefore } }) => {
    const options = { key: `mail:${id}`, ...(notBefore ? { runAt: notBefore } : {}) }
    return { ...sendMailJob.queue({ cooperativeId, mailId: id }, options), mailId: id }
  })
}

function mailRow(ctx: Context, id: string, mail: OutgoingMail) {
  const { subject, body } = mailText(mail.to.locale, mail.template, mail.params)
  return {
    cooperativeId: ctx.cooperativeId,
    id,
    template: mail.template,
    toAddress: mail.to.address,
    toName: mail.to.name,
    locale: mail.to.locale,
    subject: oneLine(subject),
    body,
    messageId: `${id}@terreau`,
    notBefore: mail.notBefore ?? ctx.now,
    usefulUntil: mail.usefulUntil ?? null,
  }
}

/** Takes back mails that have not left yet. */
export async function cancelMails(tx: Tx, ctx: Context, mailIds: readonly string[]): Promise<void> {
  if (mailIds.length === 0) return
  await tx
    .updateTable('mail')
    .set({ cancelledAt: ctx.now })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...mailIds])
    .where('sentAt', 'is', null)
    .execute()
}

export const sendMailJob = defineJob({
  name: 'send-mail',
  payload: z.object({ cooperativeId: z.uuid(), mailId: z.uuid() }),
  async handle({ services, payload, act }) {
    const { mail, today } = await act(async (ctx, tx) => ({
      today: ctx.today,
      mail: await tx
        .selectFrom('mail')
        .selectAll()
        .where('cooperativeId', '=', payload.cooperativeId)
        .where('id', '=', payload.mailId)
        .where('sentAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .executeTakeFirst(),
    }))
    if (mail === undefined) return
    if (mail.usefulUntil !== null && today > mail.usefulUntil) {
      await act((ctx) => dropLate(ctx, payload))
      return
    }
    try {
      await services.mailer.deliver({
        messageId: mail.messageId,
        from: services.config.mailFrom,
        to: { name: mail.toName, address: mail.toAddress },
        subject: mail.subject,
        text: mail.body,
        locale: mail.locale,
      })
    } catch (error) {
      // Staff see why it waits; throwing lets the queue try again later.
      await act((ctx) => markFailed(ctx, { mailId: payload.mailId, reason: reasonOf(error) }))
      throw error
    }
    await act((ctx) => markSent(ctx, payload))
  },
})

const markSent = mutation<{ mailId: string }, void>({
  access: 'system',
  async run(tx, ctx, { mailId }) {
    await tx
      .updateTable('mail')
      .set({ sentAt: ctx.now, lastError: null })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', mailId)
      .execute()
    return {
      value: undefined,
      audit: [{ action: 'mail.sent', entity: { kind: 'mail', id: mailId } }],
    }
  },
})

/** The mail server was away until the day was past: nobody gets a reminder of a date that is over. */
const dropLate = mutation<{ mailId: string }, void>({
  access: 'system',
  async run(tx, ctx, { mailId }) {
    await cancelMails(tx, ctx, [mailId])
    const entity = { kind: 'mail', id: mailId }
    return { value: undefined, audit: [{ action: 'mail.dropped', entity }] }
  },
})

const markFailed = mutation<{ mailId: string; reason: string }, void>({
  access: 'system',
  async run(tx, ctx, { mailId, reason }) {
    await tx
      .updateTable('mail')
      .set({ lastError: reason })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', mailId)
      .execute()
    return {
      value: undefined,
      audit: [{ action: 'mail.failed', entity: { kind: 'mail', id: mailId }, after: { reason } }],
    }
  },
})

/** The code of a delivery error ('ECONNECTION', 'EAUTH'): its text may quote the server's secrets. */
function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : 'unknown'
}

/** A header is one line: CR and LF would start another header. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').slice(0, 200)
}
