import type { ledger as source } from '../fr/ledger.ts'
import type { Translation } from '../t.ts'

export const ledger = {} as const satisfies Translation<typeof source>
