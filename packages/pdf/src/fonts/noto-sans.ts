import { readFileSync } from 'node:fs'
import { create, type Font, type GlyphRun, type OutlinedGlyph } from 'fontkit'

export type FontWeight = 'regular' | 'bold'

const FILES: Readonly<Record<FontWeight, string>> = {
  regular: './NotoSans-Regular.ttf',
  bold: './NotoSans-Bold.ttf',
}

const parsed = new Map<FontWeight, Font>()

/**
 * The parsed font, read once per thread. PDFKit takes an already parsed font as it is; given the
 * file, it would parse 630 kB again for every document, ten times the cost of the page itself.
 */
export function notoSans(weight: FontWeight): Font {
  const known = parsed.get(weight)
  if (known !== undefined) return known
  const font = oneGlyphPerLetter(create(readFileSync(new URL(FILES[weight], import.meta.url))))
  parsed.set(weight, font)
  return font
}

/**
 * Makes what is copied from a document equal to what was printed. The font would draw "Ẹ" as an "E"
 * and a dot, and a PDF gives one meaning to each glyph: the plain "E" of the whole document would
 * then be lost. And fontkit remembers the first letter a glyph stood for, so one document would
 * change the next. Substitutions are off (every letter has its own glyph, marks still sit where the
 * font says), and each glyph learns its letter before the first document.
 */
function oneGlyphPerLetter(font: Font): Font {
  const layout = font.layout.bind(font)
  font.layout = rememberWords((word) => layout(word, NO_SUBSTITUTION))
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint)
  font.getGlyph = rememberOutlines(font.getGlyph.bind(font))
  return font
}

/**
 * Each document takes the same few dozen glyphs into its part of the font, and fontkit reads the outline of
 * each again every time. A glyph never changes, and nobody writes into what was read.
 */
function rememberOutlines(getGlyph: Font['getGlyph']): Font['getGlyph'] {
  const known = new WeakSet<OutlinedGlyph>()
  return (id) => {
    const glyph = getGlyph(id)
    if (known.has(glyph)) return glyph
    const read = glyph._decode.bind(glyph)
    let outline: { readonly value: unknown } | null = null
    glyph._decode = () => {
      outline ??= { value: read() }
      return outline.value
    }
    known.add(glyph)
    return glyph
  }
}

/**
 * Documents share most of their words, and placing the glyphs of a word is most of the work.
 * PDFKit scales what it receives in place: harmless here, since the font has 1 000 units per em.
 */
function rememberWords(layout: (word: string) => GlyphRun): (word: string) => GlyphRun {
  const known = new Map<string, GlyphRun>()
  return (word) => {
    const run = known.get(word) ?? layout(word)
    if (known.size >= WORDS_MAX) known.clear()
    known.set(word, run)
    return run
  }
}

const WORDS_MAX = 4_000

const NO_SUBSTITUTION = {
  ccmp: false,
  locl: false,
  rlig: false,
  rclt: false,
  liga: false,
  clig: false,
  calt: false,
} as const
