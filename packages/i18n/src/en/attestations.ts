import type { attestations as source } from '../fr/attestations.ts'
import type { Translation } from '../t.ts'

export const attestations = {} as const satisfies Translation<typeof source>
