import type { declarations as source } from '../fr/declarations.ts'
import type { Translation } from '../t.ts'

export const declarations = {} as const satisfies Translation<typeof source>
