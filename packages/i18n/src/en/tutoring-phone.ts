import type { tutoringPhone as source } from '../fr/tutoring-phone.ts'
import type { Translation } from '../t.ts'

export const tutoringPhone = {} as const satisfies Translation<typeof source>
