import type { settings as source } from '../fr/settings.ts'
import type { Translation } from '../t.ts'

export const settings = {} as const satisfies Translation<typeof source>
