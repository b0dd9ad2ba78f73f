import { inflateSync } from 'node:zlib'
import type { ReadingBlock } from './primitives/reading.ts'
import { matched, readPdf } from './printed-pdf.ts'

/**
 * The text of a printed document, block by block, read from its own bytes; null when it was printed before
 * documents carried it. The document must come from `renderPdf`, with nothing appended.
 */
export function readingOf(pdf: Uint8Array): ReadingBlock[] | null {
  if (!Buffer.from(pdf).includes('/PieceInfo <<')) return null
  const { objects, root } = readPdf(pdf)
  const catalog = objects.get(root) ?? ''
  const stream = Number(matched(catalog, /\/PieceInfo <<\s*\/Terreau <<[^>]*\/Private (\d+) 0 R/))
  const data = matched(objects.get(stream) ?? '', /\bstream\n([\s\S]*)\nendstream$/)
  // The characters of a printed document are its bytes; only `renderPdf` wrote them.
  return JSON.parse(inflateSync(Buffer.from(data, 'latin1')).toString('utf8'))
}

export type { ReadingBlock } from './primitives/reading.ts'
