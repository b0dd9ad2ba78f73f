import type { messages as fr } from '../fr/messages.ts'
import type { Translation } from '../t.ts'

export const messages = {
  sign: 'Hello {name}, “{title}” waits for your signature, until {until}. Read it and sign it here: {link} ({cooperative})',
  pieces:
    'Hello {name}, papers are missing from your file: {pieces}. Send them here: {link} ({cooperative})',
} as const satisfies Translation<typeof fr>
