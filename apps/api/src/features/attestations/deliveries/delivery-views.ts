import {
  DELIVERY_CHANNELS,
  type DeliveryChannel,
  type Sending,
  sendingOf,
} from '@terreau/domain/attestations/sending'
import { internationalPhone } from '@terreau/domain/names/international-phone'
import { messageWords } from '@terreau/i18n/messages'
import type { shareView } from '@terreau/protocol/share'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { type Reach, readParties } from '../parties.ts'

interface Shown {
  personId: string
  number: string
  isValid: boolean
}

/** How one certificate goes to its person, the message to hand over, and how it went. */
export async function deliveryOf(tx: Tx, ctx: Context, attestation: Shown & { id: string }) {
  const { keptId } = await tx
    .selectFrom('person')
    .select(({ fn }) => fn.coalesce('mergedIntoId', 'id').as('keptId'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', attestation.personId)
    .executeTakeFirstOrThrow()
  const { reach } = await readParties(tx, ctx, keptId)
  return {
    sending: sendingOf(reach),
    share: shareOf(ctx, reach, attestation),
    deliveries: await deliveriesOf(tx, ctx, attestation.id),
  }
}

/**
 * The message that staff may send from their own phone. It carries the address of the mail: a page behind the
 * sign-in of the person, which signs nobody in and opens nothing to whoever else follows it.
 */
export function shareOf(
  ctx: Context,
  reach: Reach,
  { number, isValid }: Pick<Shown, 'number' | 'isValid'>,
): z.output<typeof shareView> | null {
  if (!isValid || !reach.hasAccount) return null
  const text = messageWords(reach.locale)('attestation', {
    name: reach.greeted,
    number,
    link: `${ctx.services.config.publicUrl}/moi/attestations`,
    cooperative: reach.cooperative,
  })
  return { text, phone: internationalPhone(reach.phone) ?? '' }
}

async function deliveriesOf(tx: Tx, { cooperativeId }: Context, attestationId: string) {
  const rows = await tx
    .selectFrom('attestationDelivery as d')
    .leftJoin('appUser as u', 'u.id', 'd.deliveredBy')
    .select(['d.channel', 'd.deliveredAt', 'u.displayName'])
    .where('d.cooperativeId', '=', cooperativeId)
    .where('d.attestationId', '=', attestationId)
    .orderBy('d.deliveredAt', 'desc')
    .orderBy('d.id')
    .execute()
  return rows.map(({ channel, deliveredAt, displayName }) => ({
    channel: channelNamed(channel),
    at: deliveredAt.toISOString(),
    by: displayName ?? '',
  }))
}

/** The channels through which each certificate of a batch went, each once. */
export async function deliveredInBatch(
  tx: Tx,
  cooperativeId: string,
  batchId: string,
): Promise<Map<string, DeliveryChannel[]>> {
  const { rows } = await sql<{ attestationId: string; channels: string[] }>`
    select d.attestation_id, array_agg(distinct d.channel order by d.channel) as channels
      from terreau.attestation_batch_item i
      join terreau.attestation_delivery d
        on d.cooperative_id = i.cooperative_id and d.attestation_id = i.attestation_id
     where i.cooperative_id = ${cooperativeId} and i.batch_id = ${batchId}
     group by 1`.execute(tx)
  return new Map(rows.map((row) => [row.attestationId, row.channels.map(channelNamed)]))
}

/** How a certificate of a batch is to leave: who started it may have wanted no mail. */
export function sendingInBatch(reach: Reach, sendsMails: boolean): Sending {
  const wished = sendingOf(reach)
  return wished === 'email' && !sendsMails ? 'paper' : wished
}

/** The table's own check holds the list. */
function channelNamed(text: string): DeliveryChannel {
  const known = DELIVERY_CHANNELS.find((one) => one === text)
  if (known === undefined) throw new Error(`no channel ${text}`)
  return known
}
