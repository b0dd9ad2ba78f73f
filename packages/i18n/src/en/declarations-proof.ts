import type { declarationsProof as source } from '../fr/declarations-proof.ts'
import type { Translation } from '../t.ts'

export const declarationsProof = {
  unnamedCustomer: 'Customer',
  fixedRate: 'fixed rate',
  kilometres: '{km} km by car',
} as const satisfies Translation<typeof source>
