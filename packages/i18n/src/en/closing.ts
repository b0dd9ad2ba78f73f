import type { closing as source } from '../fr/closing.ts'
import type { Translation } from '../t.ts'

export const closing = {} as const satisfies Translation<typeof source>
