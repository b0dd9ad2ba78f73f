import type { contracts as source } from '../fr/contracts.ts'
import type { Translation } from '../t.ts'

export const contracts = {} as const satisfies Translation<typeof source>
