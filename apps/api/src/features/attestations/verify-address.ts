import { formatShortCode, isValidShortCode } from '@terreau/domain/attestations/short-code'
import { readCode } from './find-by-code.ts'

/** Where a visitor writes a code; a code after it has its own page. */
export const ASK_PATH = '/verifier'
export const MOST_TYPED = 80

const TYPED_ADDRESS = /^\/(v[eé]rifier)(?:\/([^/]*))?(\/?)$/i

/**
 * Where an address leads that was typed from paper with its accent, in capitals or with a stroke at the end;
 * null for every other path.
 */
export function meantAddress(url: string): string | null {
  const { pathname, search } = new URL(url)
  const [, page, code = '', stroke] = TYPED_ADDRESS.exec(decoded(pathname)) ?? []
  if (page === undefined || (page === 'verifier' && (stroke === '' || code === ''))) return null
  return `${ASK_PATH}${code === '' ? '' : `/${encodeURIComponent(code)}`}${search}`
}

/** The page of a code. */
export function checkUrl(code: string, lang: string | undefined): string {
  const read = readCode(code)
  const shown = read?.kind === 'short' ? formatShortCode(read.text) : code
  return `${ASK_PATH}/${encodeURIComponent(shown)}${lang ? `?lang=${encodeURIComponent(lang)}` : ''}`
}

/**
 * The code in what was typed or pasted, perhaps with words around it or in a whole address: letters, digits,
 * dashes and underscores only.
 */
export function typedCode(typed: string): string {
  const fromAddress = /\/verifier\/([\w-]+)/.exec(typed)?.[1]
  if (fromAddress !== undefined) return fromAddress.slice(0, MOST_TYPED)
  const all = typed.replace(/[^\p{L}\p{N}_-]/gu, '').slice(0, MOST_TYPED)
  // Tools for fingerprints write them in capitals or in small letters.
  if (/^[0-9a-f]{64}$/i.test(all)) return all.toLowerCase()
  if (isValidShortCode(all)) return all
  return shortCodesIn(typed)[0] ?? all
}

/** The fingerprint of a file, as the page's script asks for it. */
export function isFileCode(typed: string): boolean {
  return /^[0-9a-f]{64}$/.test(typed)
}

/** "Code : K7QM2-XTP4R" is copied with its word. */
function shortCodesIn(typed: string): string[] {
  const GROUPS = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{5}[\s\p{Pd}]?[\p{L}\p{N}]{5}(?![\p{L}\p{N}])/gu
  return (typed.match(GROUPS) ?? []).filter(isValidShortCode)
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname).normalize('NFC')
  } catch {
    return pathname
  }
}
