import type { nextDeclaration as source } from '../fr/next-declaration.ts'
import type { Translation } from '../t.ts'

export const nextDeclaration = {
  title: 'Declare {month}, to send by the end of {deadline}',
  text: 'Say what you received and paid in {month}. If you received nothing, say so too.',
} as const satisfies Translation<typeof source>
