import type { DocumentKind, DocumentModels } from '@terreau/pdf/document-kinds'
import { Piscina } from 'piscina'

/** Draws documents in worker threads, so that a batch never holds up a request. */
export interface PdfRenderer {
  render<K extends DocumentKind>(
    kind: K,
    model: DocumentModels[K],
    createdAt: Date,
  ): Promise<Uint8Array>
  close(): Promise<void>
}

export function createPdfRenderer(options: { threads: number }): PdfRenderer {
  const pool = new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: options.threads,
    idleTimeout: 30_000,
  })
  return {
    render: (kind, model, createdAt) =>
      pool.run({ kind, model, createdAt: createdAt.toISOString() }),
    close: () => pool.destroy(),
  }
}
