import type { imports as source } from '../fr/imports.ts'
import type { Translation } from '../t.ts'

export const imports = {} as const satisfies Translation<typeof source>
