import type { access as source } from '../fr/access.ts'
import type { Translation } from '../t.ts'

export const access = {} as const satisfies Translation<typeof source>
