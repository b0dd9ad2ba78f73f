import { foldForSearch } from '../names/normalise.ts'

/**
 * Whether the name that a signer typed is the name on the document. Accents, case and the order of the
 * names do not matter; a missing name does.
 */
export function isSignerName(typedName: string, printedName: string): boolean {
  return sortedWords(typedName) === sortedWords(printedName)
}

function sortedWords(name: string): string {
  return foldForSearch(name).split(' ').sort().join(' ')
}
