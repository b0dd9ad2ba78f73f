import type { attestationsPhone as source } from '../fr/attestations-phone.ts'
import type { Translation } from '../t.ts'

export const attestationsPhone = {} as const satisfies Translation<typeof source>
