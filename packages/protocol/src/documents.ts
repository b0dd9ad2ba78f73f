import { DOCUMENT_KINDS } from '@terreau/domain/documents/kinds'
import { z } from 'zod'
import { instant, localDateCodec, shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

export const documentKind = z.enum(DOCUMENT_KINDS)

const personId = z.strictObject({ personId: uuid })
const versionOf = z.strictObject({ documentId: uuid, version: z.coerce.number().int().min(1) })

/** What comes beside the bytes of a file. `documentId` makes it a new version of that document. */
export const uploadQuery = z.strictObject({
  kind: documentKind,
  fileName: z.string().max(200),
  expiresOn: localDateCodec.optional(),
  documentId: uuid.optional(),
})

/** What an upload may be refused for. */
export const uploadProblems = [
  'body-too-large',
  'file-kind-refused',
  'file-unreadable',
  'file-too-many-pixels',
  'file-heic',
  'file-dangerous',
  'pdf-active',
  'pdf-encrypted',
] as const

const documentVersion = z.strictObject({
  version: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  state: z.enum(['quarantine', 'released', 'refused']),
  expiresOn: localDateCodec.nullable(),
  addedAt: instant,
  /** Who sent it; empty when the person's account is gone or a command did it. */
  addedBy: z.string(),
})

export const storedDocumentView = z.strictObject({
  id: uuid,
  kind: documentKind,
  /** Newest first; there is always one. */
  versions: z.array(documentVersion),
})

const looks = z.strictObject({
  /** Newest first, the last hundred. */
  looks: z.array(
    z.strictObject({
      id: uuid,
      /** A kind of paper or of number. */
      what: z.string(),
      reason: z.string(),
      by: z.string(),
      at: instant,
    }),
  ),
})

const kept = z.strictObject({ documentId: uuid, version: z.int() })

export const documentsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/people/:personId/documents',
    tag: 'documents',
    summary: 'The papers of a person that you may see, with every version',
    access: 'document.read',
    params: personId,
    response: z.strictObject({ documents: z.array(storedDocumentView) }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/documents',
    tag: 'documents',
    summary: 'Keeps a paper of a person; images are drawn again, active PDFs refused',
    access: 'document.add',
    params: personId,
    query: uploadQuery,
    bodyKind: 'bytes',
    response: kept,
    problems: [...uploadProblems, 'document-kind-not-accepted'],
  }),
  endpoint({
    method: 'GET',
    path: '/documents/:documentId/versions/:version',
    tag: 'documents',
    summary: 'One version of an ordinary paper, as an attachment',
    access: 'document.read',
    params: versionOf,
    responseKind: 'file',
    problems: ['file-in-quarantine', 'file-dangerous'],
  }),
  endpoint({
    method: 'POST',
    path: '/documents/:documentId/versions/:version/look',
    isGuarded: true,
    tag: 'documents',
    summary: 'One version of a guarded paper; the look and its reason are shown to the person',
    access: 'document.look',
    params: versionOf,
    body: z.strictObject({ reason: shortText }),
    responseKind: 'file',
    problems: ['file-in-quarantine', 'file-dangerous'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/documents',
    tag: 'documents',
    summary: 'Your own papers',
    access: 'own.read',
    response: z.strictObject({ documents: z.array(storedDocumentView) }),
  }),
  endpoint({
    method: 'POST',
    path: '/me/documents',
    tag: 'documents',
    summary: 'Sends a paper; images are drawn again, without the place where they were taken',
    access: 'document.send',
    query: uploadQuery,
    bodyKind: 'bytes',
    response: kept,
    problems: [...uploadProblems, 'document-kind-not-accepted'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/documents/:documentId/versions/:version',
    tag: 'documents',
    summary: 'One version of your own paper',
    access: 'own.read',
    params: versionOf,
    responseKind: 'file',
    problems: ['file-in-quarantine', 'file-dangerous'],
  }),
  endpoint({
    method: 'GET',
    path: '/people/:personId/looks',
    tag: 'documents',
    summary: 'Who opened guarded papers and numbers of a person, and why',
    access: 'permit.read',
    params: personId,
    response: looks,
  }),
  endpoint({
    method: 'GET',
    path: '/file-scans',
    tag: 'documents',
    summary:
      'Whether files from outside pass an antivirus, and how many wait or were stopped by it',
    access: 'settings.read',
    response: z.strictObject({
      isConfigured: z.boolean(),
      /** Received while it did not answer; nobody opens them before it does. */
      waiting: z.int(),
      infected: z.int(),
      /** Received before an antivirus was connected; the next nights look at them. */
      unscanned: z.int(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/looks',
    tag: 'documents',
    summary: 'Who opened your guarded papers and numbers, and why',
    access: 'own.read',
    response: looks,
  }),
] as const
