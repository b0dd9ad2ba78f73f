import { localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { Effects } from '../../platform/signable-kind.ts'
import { signingLink } from './ask-party.ts'
import { recordAct } from './record-act.ts'
import { lockRequest, type PartyRow, type RequestRow } from './request-row.ts'
import { outcomeOf } from './sign-party.ts'
import { addressOf } from './signer-address.ts'

/** Staff write again to the person whose turn it is; once a day at most, never after the last day. */
export const remindSigner = mutation<{ signatureId: string }, undefined>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId }) {
    const request = await lockRequest(tx, ctx, signatureId)
    if (request.state !== 'waiting')
      throw new ProblemError('signature-ended', { state: request.state })
    if (request.expiresOn < ctx.today)
      throw new ProblemError('signature-expired', { until: request.expiresOn })
    const party = request.parties.find((each) => each.state === 'asked')
    if (party?.personId == null) throw new ProblemError('signature-not-your-turn')
    const reminded = await remind(tx, ctx, request, party)
    if (reminded === 'unreachable') throw new ProblemError('person-has-no-email')
    if (reminded === 'already') throw new ProblemError('signature-reminded')
    return outcomeOf(reminded)
  },
})

/** Writes a reminder by the channel of the person; 'already' when one left today. */
export async function remind(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
  party: PartyRow,
): Promise<Effects | 'already' | 'unreachable'> {
  if (party.personId === null) return 'unreachable'
  const { to, greeted, cooperative } = await addressOf(tx, ctx, party.personId)
  if (to.address === '') return 'unreachable'
  if (await wasReminded(tx, ctx, request.id)) return 'already'
  const until = formatDate(localDate(request.expiresOn), to.locale)
  const link = signingLink(ctx, request.id)
  const params = {
    name: greeted,
    title: request.title,
    until,
    link,
    cooperative,
  }
  const mail = await queueMail(tx, ctx, { template: 'signature-reminder', params, to })
  const { position } = party
  await recordAct(tx, ctx, request, 'reminded', { position })
  const entity = { kind: 'signature', id: request.id }
  const after = { party: position, mailId: mail.mailId }
  return { audit: [{ action: 'signature.reminded', entity, after }], jobs: [mail] }
}

async function wasReminded(tx: Tx, ctx: Context, requestId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from terreau.signature_act
     where cooperative_id = ${ctx.cooperativeId} and request_id = ${requestId} and act = 'reminded'
       and (at at time zone ${ctx.zone})::date = (${ctx.now}::timestamptz at time zone ${ctx.zone})::date
     limit 1`.execute(tx)
  return rows.length > 0
}
