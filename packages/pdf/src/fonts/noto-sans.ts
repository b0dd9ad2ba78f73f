import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'

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
  const font = create(readFileSync(new URL(FILES[weight], import.meta.url)))
  parsed.set(weight, font)
  return font
}
