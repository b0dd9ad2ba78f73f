import { notoSans } from './fonts/noto-sans.ts'

/**
 * A text that the embedded fonts cannot print letter by letter. The message holds neither the text nor its
 * letters, because messages are logged and the text is mostly somebody's name.
 */
export class UnsupportedCharactersError extends Error {
  readonly code = 'pdf.unsupported_characters'
  readonly characters: readonly string[]
  readonly text: string

  constructor(text: string, characters: readonly string[]) {
    super(`the embedded fonts cannot print ${characters.length} of the characters of a text`)
    this.name = 'UnsupportedCharactersError'
    this.text = text
    this.characters = characters
  }
}

/**
 * The characters of a text that no embedded font can print, each once, in order. Certificates are
 * refused rather than issued with a wrong name, so callers can ask before they start.
 */
export function unsupportedCharacters(text: string): string[] {
  const printed = printableText(text).replaceAll('\n', '')
  const heaped = [...printed.matchAll(HEAP)].flatMap(([, , above = '']) => [...above])
  return [...new Set(printed)].filter(
    (character) => !isPrintable(character) || heaped.includes(character),
  )
}

/**
 * The characters of a name that cannot be printed as it is. What stands for a letter that some program could not
 * read is no letter, however well it prints.
 */
export function unprintableInName(name: string): string {
  return namedSigns([
    ...unsupportedCharacters(name),
    ...(name.includes(REPLACEMENT) ? [REPLACEMENT] : []),
  ])
}

/**
 * The same characters as people are told about them, each with its number: "漢 (U+6F22), ☕ (U+2615)". Empty for a
 * text that can be printed. Two letters may look alike, and a mark alone is not seen.
 */
export function unprintableSigns(text: string): string {
  return namedSigns(unsupportedCharacters(text))
}

function namedSigns(signs: readonly string[]): string {
  const named = signs.slice(0, MOST_NAMED).map(nameOfSign)
  return [...named, ...(signs.length > MOST_NAMED ? ['…'] : [])].join(', ')
}

/**
 * The text as it is printed: composed letters, and none of the invisible controls that reverse or
 * hide parts of a line (they travel with names copied from a messaging app).
 */
export function printableText(text: string): string {
  // No font draws a tab: it would be the box of a missing letter.
  return text.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').normalize('NFC')
}

/**
 * A text in which `\ufffd` (a question mark in a diamond) stands for each character that no embedded font
 * can print. For words that somebody typed about something else (a customer, the label of an expense),
 * where a document with a visible gap is worth more than none. Never for the name of the person whom a
 * document is about: that one is refused (`unsupportedCharacters`).
 */
export function legible(text: string): string {
  return [...printableText(text).replace(HEAP, `$1${REPLACEMENT}`)]
    .map((character) => (character === '\n' || isPrintable(character) ? character : REPLACEMENT))
    .join('')
}

/** A copy of a model in which every string is printable. Throws `UnsupportedCharactersError`. */
export function printableModel<Model>(model: Model): Model {
  return mapStrings(model, (text) => {
    const missing = unsupportedCharacters(text)
    if (missing.length > 0) throw new UnsupportedCharactersError(text, missing)
    return printableText(text)
  })
}

const MOST_NAMED = 20

function nameOfSign(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  // A mark is shown on the circle that stands for a letter, or it would sit on the word before it.
  return `${/\p{M}/u.test(sign) ? `◌${sign}` : sign} (U+${code})`
}

const REPLACEMENT = '\ufffd'

/**
 * Marks upon marks: three on a letter are all that any writing known here uses, and a fourth would be drawn over
 * the line above or below, that says something else.
 */
const HEAP = /(\P{M}?\p{M}{3})(\p{M}+)/gu

// What Unicode shows as nothing by default (bidirectional marks, embeddings and isolates, zero-width characters,
// joiners, selectors of another drawing, tags, fillers, soft hyphen, byte order mark), and C0 and C1 controls
// except tab, line feed and carriage return.
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu

function isPrintable(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0
  return bothFonts().has(codePoint)
}

let common: ReadonlySet<number> | null = null

/** What both weights have: asked for each letter of each document, and the same for all of them. */
function bothFonts(): ReadonlySet<number> {
  if (common !== null) return common
  const bold = new Set(notoSans('bold').characterSet)
  common = new Set(notoSans('regular').characterSet.filter((codePoint) => bold.has(codePoint)))
  return common
}

/** Rebuilds plain data (objects, arrays, scalars) with each string passed through `change`. */
function mapStrings<Value>(value: Value, change: (text: string) => string): Value {
  return mapUnknown(value, change) as Value
}

function mapUnknown(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapUnknown(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapUnknown(item, change)]),
  )
}
