import { internationalPhone } from '@terreau/domain/names/international-phone'
import { localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { messageWords } from '@terreau/i18n/messages'
import type { SHARE_CHANNELS, shareView } from '@terreau/protocol/share'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { signingLink } from './ask-party.ts'
import { lockRequest, type PartyRow, type RequestRow } from './request-row.ts'
import { addressOf } from './signer-address.ts'

/**
 * The message that staff may send from their own phone to the person in turn. It carries the address that the
 * mail carries: a page behind the sign-in of that person, which signs nobody in.
 */
export async function shareOf(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
): Promise<z.output<typeof shareView> | null> {
  const party = inTurn(ctx, request)
  if (party?.personId == null) return null
  const { to, greeted, cooperative, phone } = await addressOf(tx, ctx, party.personId)
  const text = messageWords(to.locale)('sign', {
    name: greeted,
    title: request.title,
    until: formatDate(localDate(request.expiresOn), to.locale),
    link: signingLink(ctx, request.id),
    cooperative,
  })
  return { text, phone: internationalPhone(phone) ?? '' }
}

/** Notes that staff handed the address over, and how; what they then send is theirs. */
export const noteShare = mutation<
  { signatureId: string; by: (typeof SHARE_CHANNELS)[number] },
  undefined
>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId, by }) {
    const request = await lockRequest(tx, ctx, signatureId)
    if (request.state !== 'waiting')
      throw new ProblemError('signature-ended', { state: request.state })
    const party = inTurn(ctx, request)
    if (party?.personId == null) throw new ProblemError('signature-not-your-turn')
    const entity = { kind: 'signature', id: request.id }
    const after = { party: party.position, by }
    return { value: undefined, audit: [{ action: 'signature.link-shared', entity, after }] }
  },
})

function inTurn(ctx: Context, { state, expiresOn, parties }: RequestRow): PartyRow | undefined {
  if (state !== 'waiting' || expiresOn < ctx.today) return undefined
  return parties.find((party) => party.state === 'asked')
}
