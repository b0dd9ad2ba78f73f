import type { people as source } from '../fr/people.ts'
import type { Translation } from '../t.ts'

export const people = {} as const satisfies Translation<typeof source>
