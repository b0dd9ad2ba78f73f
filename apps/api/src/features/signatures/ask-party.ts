import { formatDate } from '@terreau/i18n/format'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Effects, NO_EFFECTS } from '../../platform/signable-kind.ts'
import { reminderJobs } from './follow-up.ts'
import { recordAct } from './record-act.ts'
import type { PartyRow, RequestRow } from './request-row.ts'
import { addressOf } from './signer-address.ts'

/** Notes that the party in turn is asked, and writes to it when it is a person with an address. */
export async function askParty(tx: Tx, ctx: Context, request: RequestRow): Promise<Effects> {
  const party = request.parties.find((each) => each.state === 'asked')
  if (party === undefined) return NO_EFFECTS
  await recordAct(tx, ctx, request, 'asked', { position: party.position })
  const mails = await askingMail(tx, ctx, request, party)
  return { audit: [], jobs: [...mails, ...(await reminderJobs(tx, ctx, request, party))] }
}

/** Where a person reads and signs. */
export function signingLink(ctx: Context, requestId: string): string {
  return `${ctx.services.config.publicUrl}/moi/papiers/${requestId}/signer`
}

async function askingMail(tx: Tx, ctx: Context, request: RequestRow, party: PartyRow) {
  if (party.personId === null) return []
  const signer = await addressOf(tx, ctx, party.personId)
  if (signer.to.address === '') return []
  const mail = await queueMail(tx, ctx, {
    template: 'signature-asked',
    params: {
      name: signer.greeted,
      title: request.title,
      until: formatDate(request.expiresOn, signer.to.locale),
      link: signingLink(ctx, request.id),
      cooperative: signer.cooperative,
    },
    to: signer.to,
  })
  return [mail]
}
