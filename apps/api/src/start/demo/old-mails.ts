import { cancelMails } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { asCommand, type Stage } from './stage.ts'

const DAY_MS = 24 * 60 * 60_000
const KEPT_DAYS = 5

/**
 * Mails of the invented past never leave; those of the last days go to the outbox folder, to be looked
 * at. A demonstration writes to nobody: with a real mail server, none leaves at all.
 */
export async function cancelOldMails(stage: Stage): Promise<void> {
  const { command, calendar } = stage
  await cancel(asCommand(stage, calendar.moment(calendar.today, '23:59')), {
    before: command.services.mailer.isSmtpConfigured
      ? null
      : new Date(command.now.getTime() - KEPT_DAYS * DAY_MS),
  })
}

const cancel = mutation<{ before: Date | null }, void>({
  access: 'system',
  async run(tx, ctx, { before }) {
    let mails = tx
      .selectFrom('mail')
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('sentAt', 'is', null)
    if (before !== null) mails = mails.where('notBefore', '<', before)
    const ids = (await mails.execute()).map((mail) => mail.id)
    await cancelMails(tx, ctx, ids)
    return { value: undefined, audit: 'unchanged' }
  },
})
