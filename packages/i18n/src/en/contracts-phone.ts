import type { contractsPhone as source } from '../fr/contracts-phone.ts'
import type { Translation } from '../t.ts'

export const contractsPhone = {} as const satisfies Translation<typeof source>
