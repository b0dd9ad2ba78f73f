import type { messages as fr } from '../fr/messages.ts'
import type { Translation } from '../t.ts'

export const messages = {
  sign: 'Hello {name}, “{title}” waits for your signature, until {until}. Read it and sign it here: {link} ({cooperative})',
  pieces:
    'Hello {name}, papers are missing from your file: {pieces}. Send them here: {link} ({cooperative})',
  recap:
    'Hello {name}, this is what we wrote during your call ({month}). Is it right? {link} ({cooperative})',
  attestation:
    'Hello {name}, your certificate {number} is ready. Open it here, on your page: {link} ({cooperative})',
  declare:
    'Hello {name}, tell us what you received in {month}, even nothing, until {until}: {link} ({cooperative})',
  declareLate:
    'Hello {name}, we do not have your declaration for {month} yet. Tell us what you received, even nothing: {link} ({cooperative})',
} as const satisfies Translation<typeof fr>
