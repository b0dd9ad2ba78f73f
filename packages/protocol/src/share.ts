import { z } from 'zod'

/** How staff hand an address over when no mail does it for them. */
export const SHARE_CHANNELS = ['copy', 'sms', 'whatsapp'] as const

/**
 * A message that staff send from their own phone. Its address opens a page behind the sign-in of the person:
 * whoever else follows it sees nothing.
 */
export const shareView = z.strictObject({
  text: z.string(),
  /** With the country, without spaces: '+33612345678'; empty when it is not known. */
  phone: z.string(),
})
