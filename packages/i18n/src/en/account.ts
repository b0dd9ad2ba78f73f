import type { account as source } from '../fr/account.ts'
import type { Translation } from '../t.ts'

export const account = {} as const satisfies Translation<typeof source>
