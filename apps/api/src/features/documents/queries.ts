import {
  DOCUMENT_KINDS,
  type DocumentKind,
  documentKindRules,
  isDocumentKind,
} from '@terreau/domain/documents/kinds'
import { localDate } from '@terreau/domain/time/local-date'
import type { storedDocumentView } from '@terreau/protocol/documents'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'

export type DocumentView = z.output<typeof storedDocumentView>

/** Receipts live with their declarations, which may have hundreds: no list of papers shows them. */
const LISTED = DOCUMENT_KINDS.filter((kind) => kind !== 'receipt')

/** The papers of a person of these kinds, newest first, each with its versions, newest first. */
export async function documentsOf(
  tx: Tx,
  cooperativeId: string,
  of: { personId: string; kinds?: readonly DocumentKind[] },
): Promise<DocumentView[]> {
  const kinds = of.kinds ?? LISTED
  if (kinds.length === 0) return []
  const rows = await tx
    .selectFrom('document as d')
    .innerJoin('documentVersion as v', (join) =>
      join.onRef('v.cooperativeId', '=', 'd.cooperativeId').onRef('v.documentId', '=', 'd.id'),
    )
    .innerJoin('storedFile as f', (join) =>
      join.onRef('f.cooperativeId', '=', 'v.cooperativeId').onRef('f.id', '=', 'v.fileId'),
    )
    .leftJoin('fileScan as s', (join) =>
      join.onRef('s.cooperativeId', '=', 'v.cooperativeId').onRef('s.fileId', '=', 'v.fileId'),
    )
    .leftJoin('appUser as u', 'u.id', 'v.addedBy')
    .select(['d.id', 'd.kind', 'v.version', 'f.fileName', 'f.mediaType', 's.state', 'v.expiresOn'])
    .select(['v.addedAt', 'u.displayName as addedBy'])
    .where('d.cooperativeId', '=', cooperativeId)
    .where('d.personId', 'in', fileIds(cooperativeId, of.personId))
    .where('d.kind', 'in', [...kinds])
    .where('d.withdrawnAt', 'is', null)
    .orderBy('d.createdAt', 'desc')
    .orderBy('d.id')
    .orderBy('v.version', 'desc')
    .execute()
  const documents = new Map<string, DocumentView>()
  for (const row of rows) {
    const known = documents.get(row.id)
    const document = known ?? { id: row.id, kind: kindOf(row.kind), versions: [] }
    if (known === undefined) documents.set(row.id, document)
    document.versions.push({
      version: row.version,
      fileName: row.fileName,
      mediaType: row.mediaType,
      state: stateOf(row.state),
      expiresOn: row.expiresOn === null ? null : localDate(row.expiresOn),
      addedAt: row.addedAt.toISOString(),
      addedBy: row.addedBy ?? '',
    })
  }
  return [...documents.values()]
}

/** The kinds whose bytes these looks may see. */
export function kindsWith(looks: ReadonlySet<string>): DocumentKind[] {
  return LISTED.filter((kind) => looks.has(documentKindRules(kind).look))
}

export interface DocumentHead {
  id: string
  personId: string
  kind: DocumentKind
}

/** Whose paper it is and of which kind; 404 when there is none. */
export async function documentHead(
  tx: Tx,
  cooperativeId: string,
  documentId: string,
): Promise<DocumentHead> {
  const row = await tx
    .selectFrom('document')
    .select(['id', 'personId', 'kind'])
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', documentId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  const { kind, ...head } = found(row)
  return { ...head, kind: kindOf(kind) }
}

/** The bytes of a version, newest by default. The caller has checked that the reader may see them. */
export async function documentFile(
  tx: Tx,
  cooperativeId: string,
  asked: { documentId: string; version?: number },
): Promise<FileAnswer> {
  const base = tx
    .selectFrom('documentVersion')
    .select('fileId')
    .where('cooperativeId', '=', cooperativeId)
    .where('documentId', '=', asked.documentId)
    .orderBy('version', 'desc')
    .limit(1)
  const row = await (asked.version === undefined
    ? base
    : base.where('version', '=', asked.version)
  ).executeTakeFirst()
  const { mediaType, fileName, bytes } = await readFile(tx, cooperativeId, found(row).fileId)
  return { mediaType, fileName, bytes }
}

function kindOf(text: string): DocumentKind {
  return isDocumentKind(text) ? text : 'other'
}

/** Without a line of an antivirus, nothing was scanned and nothing waits. */
function stateOf(text: string | null): DocumentView['versions'][number]['state'] {
  if (text === null || text === 'clean') return 'released'
  return text === 'infected' ? 'refused' : 'quarantine'
}
