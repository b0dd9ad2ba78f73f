import type { tutoring as source } from '../fr/tutoring.ts'
import type { Translation } from '../t.ts'

export const tutoring = {} as const satisfies Translation<typeof source>
