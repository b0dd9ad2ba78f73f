import type { TaggedNode } from './reading.ts'
import { readingBlocks } from './reading.ts'

/**
 * Puts the blocks of a document inside its own bytes, as data of this product (page-piece dictionary, ISO
 * 32000-1, 14.5): whoever hashes the file hashes the text that a screen shows. An attached file would say the
 * same, and mail filters refuse those.
 */
export function keepReading(pdf: PDFKit.PDFDocument, document: TaggedNode, modifiedAt: Date): void {
  const stream = pdf.ref({})
  stream.end(Buffer.from(JSON.stringify(readingBlocks(document)), 'utf8'))
  catalogOf(pdf).data.PieceInfo = { Terreau: { LastModified: modifiedAt, Private: stream } }
}

/** PDFKit keeps the catalog of a document in `_root`; its types do not show it. */
function catalogOf(pdf: PDFKit.PDFDocument): { data: Record<string, unknown> } {
  return (pdf as unknown as { _root: { data: Record<string, unknown> } })._root
}
