import type { review as source } from '../fr/review.ts'
import type { Translation } from '../t.ts'

export const review = {} as const satisfies Translation<typeof source>
