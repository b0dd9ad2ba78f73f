import { availableParallelism } from 'node:os'
import type { DocumentKind, DocumentModels } from '@terreau/pdf/document-kinds'
import type { Logo } from '@terreau/pdf/primitives/sheet'
import { UnsupportedCharactersError } from '@terreau/pdf/printable-text'
import type { SignatureWords } from '@terreau/pdf/signature-field'
import { Piscina } from 'piscina'
import type { DocumentSigner } from '../signing/cades.ts'

/** Who seals a document, and with what. */
export interface PdfSeal {
  words: SignatureWords
  signer: DocumentSigner
  /** Room is left for the time stamp that comes after. */
  isStamped: boolean
}

/** A document to draw, as it travels to a worker thread. */
export interface PdfTask<K extends DocumentKind> {
  kind: K
  model: DocumentModels[K]
  createdAt: Date
  logo: Logo | null
  seal: PdfSeal | null
}

/** Errors lose what they know between threads: what cannot be printed travels as an answer. */
export type PdfAnswer =
  | { bytes: Uint8Array }
  | { unprintable: string; characters: readonly string[] }

/** Draws documents in worker threads, so that a batch never holds up a request. */
export interface PdfRenderer {
  /** Throws `UnsupportedCharactersError` for a text that the embedded fonts cannot print. */
  render<K extends DocumentKind>(
    kind: K,
    model: DocumentModels[K],
    createdAt: Date,
    seal?: PdfSeal | null,
    logo?: Logo | null,
  ): Promise<Uint8Array>
  close(): Promise<void>
}

const MOST_THREADS = 4

/**
 * As many threads as draw without being felt: all cores but one, which is left to whoever answers. With every
 * core drawing, at whatever priority, the slowest answers take more than twice as long.
 */
export function drawingThreads(): number {
  return Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1))
}

export function createPdfRenderer(options: { threads: number }): PdfRenderer {
  const pool = new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: options.threads,
    idleTimeout: 30_000,
  })
  return {
    async render<K extends DocumentKind>(
      kind: K,
      model: DocumentModels[K],
      createdAt: Date,
      seal: PdfSeal | null = null,
      logo: Logo | null = null,
    ): Promise<Uint8Array> {
      const task: PdfTask<K> = { kind, model, createdAt, logo, seal }
      const answer: PdfAnswer = await pool.run(task)
      if ('bytes' in answer) return answer.bytes
      throw new UnsupportedCharactersError(answer.unprintable, answer.characters)
    },
    close: () => pool.destroy(),
  }
}
