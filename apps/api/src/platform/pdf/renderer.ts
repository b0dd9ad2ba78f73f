import type { DocumentKind, DocumentModels } from '@terreau/pdf/document-kinds'
import type { Logo } from '@terreau/pdf/primitives/sheet'
import type { SignatureWords } from '@terreau/pdf/signature-field'
import { Piscina } from 'piscina'
import type { CertificateChain, DocumentSigner } from '../signing/cades.ts'

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
  seal: {
    words: SignatureWords
    chain: CertificateChain
    privateKey: string
    isStamped: boolean
  } | null
}

/** Draws documents in worker threads, so that a batch never holds up a request. */
export interface PdfRenderer {
  render<K extends DocumentKind>(
    kind: K,
    model: DocumentModels[K],
    createdAt: Date,
    seal?: PdfSeal,
    logo?: Logo | null,
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
    render<K extends DocumentKind>(
      kind: K,
      model: DocumentModels[K],
      createdAt: Date,
      seal?: PdfSeal,
      logo: Logo | null = null,
    ): Promise<Uint8Array> {
      const task: PdfTask<K> = {
        kind,
        model,
        createdAt,
        logo,
        seal: seal ? sendable(seal) : null,
      }
      return pool.run(task)
    },
    close: () => pool.destroy(),
  }
}

/** Key objects do not cross threads. */
function sendable({
  words,
  signer: { chain, privateKey },
  isStamped,
}: PdfSeal): PdfTask<DocumentKind>['seal'] {
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return { words, chain, privateKey: pem, isStamped }
}
