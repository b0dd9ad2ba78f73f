import { DELIVERY_CHANNELS, HANDED_CHANNELS } from '@terreau/domain/attestations/sending'
import { CHANNELS } from '@terreau/domain/pipeline/facts'
import { z } from 'zod'
import { instant, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { shareView } from './share.ts'

const deliveryChannel = z.enum(DELIVERY_CHANNELS)

/** How the certificate is to leave: as the person wants to be reached, or on paper. */
export const sending = z.enum([...CHANNELS, 'paper'])

/** How a certificate goes to its person, and how it went. */
export const deliveryView = z.strictObject({
  sending,
  /** The message to hand over; null when its address would open nothing. */
  share: shareView.nullable(),
  /** The latest first. */
  deliveries: z.array(
    z.strictObject({
      channel: deliveryChannel,
      at: instant,
      /** Empty for the mail that left by itself. */
      by: z.string(),
    }),
  ),
})

/** The same for one of many: the channels alone, each once. */
export const itemDelivery = z.strictObject({
  sending,
  share: shareView.nullable(),
  delivered: z.array(deliveryChannel),
})

export const attestationDeliveriesEndpoints = [
  endpoint({
    method: 'POST',
    path: '/attestations/:attestationId/deliveries',
    tag: 'attestations',
    summary:
      'Notes how staff gave a certificate to its person: a link from their own phone, or the paper',
    access: 'attestation.issue',
    params: z.strictObject({ attestationId: uuid }),
    body: z.strictObject({ by: z.enum(HANDED_CHANNELS) }),
    problems: ['not-found', 'attestation-already-revoked', 'attestation-already-replaced'],
  }),
] as const
