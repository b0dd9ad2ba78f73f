import type { Channel } from '../pipeline/facts.ts'
import { isWritten } from '../pipeline/pieces.ts'

/** What staff hand over themselves: a link, as they share others, or the paper. */
export const HANDED_CHANNELS = ['copy', 'sms', 'whatsapp', 'paper'] as const
/** How a certificate reached its person; the mail leaves with it. */
export const DELIVERY_CHANNELS = ['email', ...HANDED_CHANNELS] as const
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number]

/** How a certificate leaves for its person: by itself, by a link that somebody hands over, or on paper. */
export type Sending = Channel | 'paper'

/**
 * How a person gets a certificate: as they want to be reached, when that can be. A link opens their own page,
 * so who has no account gets the paper; so does who has neither mail nor telephone.
 */
export function sendingOf(person: {
  channel: Channel | null
  email: string
  phone: string
  hasAccount: boolean
}): Sending {
  const { channel, email, phone, hasAccount } = person
  if (isWritten(channel, email)) return 'email'
  if (channel === null || channel === 'email') return 'paper'
  return hasAccount && phone !== '' ? channel : 'paper'
}
