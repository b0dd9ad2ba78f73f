import { settings } from '@terreau/i18n/fr/settings'

/** Kinds of things whose own name holds a hyphen. */
const HYPHENATED = ['exchange-rate', 'personal-data', 'personal-export', 'piece-kind', 'sign-in']

/** Every act of the journal by its code: 'sign-in.failed' is the word 'sign-in-failed'. */
export const JOURNAL_ACTS: readonly string[] = Object.keys(settings.journal.did).map(codeOf)

function codeOf(word: string): string {
  const kind = HYPHENATED.find((name) => word.startsWith(`${name}-`)) ?? word.split('-')[0] ?? ''
  return `${kind}.${word.slice(kind.length + 1)}`
}
