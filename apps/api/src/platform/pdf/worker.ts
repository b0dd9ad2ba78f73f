import type { DocumentKind, DocumentModels } from '@terreau/pdf/document-kinds'
import { renderPdf } from '@terreau/pdf/render'

/** Runs in a worker thread: one document in, its bytes out. */
export default async function render<K extends DocumentKind>(task: {
  kind: K
  model: DocumentModels[K]
  createdAt: string
}): Promise<Uint8Array> {
  return renderPdf(task.kind, task.model, { createdAt: new Date(task.createdAt) })
}
