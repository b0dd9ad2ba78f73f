import { randomUUID } from 'node:crypto'
import { type DocumentKind, documentKindRules } from '@terreau/domain/documents/kinds'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { storeFile } from '../../platform/files/store.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import type { SafeFile } from '../../platform/uploads/inspect-upload.ts'

export interface NewVersion {
  personId: string
  kind: DocumentKind
  file: SafeFile
  expiresOn?: LocalDate | undefined
  /** An existing document of the same person and kind: the file becomes its next version. */
  documentId?: string | undefined
  /** Staff write its last day down when they have read it. */
  isDayToRead?: boolean
}

export interface KeptVersion {
  documentId: string
  version: number
}

/**
 * Keeps what came from outside, in the transaction of the verb that speaks of it. The one way in: the
 * type of `file` says that it was inspected. The caller has checked who may add it.
 */
export async function keepDocument(tx: Tx, ctx: Context, added: NewVersion): Promise<KeptVersion> {
  requireExpiry(added)
  const { documentId, version } = await placeOf(tx, ctx, added)
  const stored = await storeFile(tx, ctx, added.file)
  await tx
    .insertInto('documentVersion')
    .values({
      cooperativeId: ctx.cooperativeId,
      documentId,
      version,
      fileId: stored.id,
      expiresOn: added.expiresOn ?? null,
      addedAt: ctx.now,
      addedBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    })
    .execute()
  return { documentId, version }
}

/** Takes a document out of the lists; its bytes stay until retention ends them. */
export async function withdrawDocument(tx: Tx, ctx: Context, documentId: string): Promise<void> {
  await tx
    .updateTable('document')
    .set({ withdrawnAt: ctx.now })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', documentId)
    .execute()
}

function requireExpiry({ kind, expiresOn, isDayToRead = false }: NewVersion): void {
  const { expiry } = documentKindRules(kind)
  const code = expiryFault(expiry, expiresOn)
  if (code === null || (code === 'expiry-required' && isDayToRead)) return
  const errors = [{ pointer: '/query/expiresOn', code }]
  throw new ProblemError('request-invalid', undefined, errors)
}

function expiryFault(
  expiry: 'none' | 'possible' | 'required',
  expiresOn: LocalDate | undefined,
): string | null {
  if (expiry === 'required' && expiresOn === undefined) return 'expiry-required'
  return expiry === 'none' && expiresOn !== undefined ? 'expiry-not-expected' : null
}

async function placeOf(tx: Tx, ctx: Context, added: NewVersion): Promise<KeptVersion> {
  if (added.documentId !== undefined) return nextVersion(tx, ctx, added, added.documentId)
  const documentId = randomUUID()
  await tx
    .insertInto('document')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: documentId,
      personId: added.personId,
      kind: added.kind,
      createdAt: ctx.now,
    })
    .execute()
  return { documentId, version: 1 }
}

async function nextVersion(
  tx: Tx,
  ctx: Context,
  added: NewVersion,
  documentId: string,
): Promise<KeptVersion> {
  const known = await tx
    .selectFrom('document')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', documentId)
    .where('personId', '=', added.personId)
    .where('kind', '=', added.kind)
    .where('withdrawnAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  found(known)
  const { last } = await tx
    .selectFrom('documentVersion')
    .select((eb) => eb.fn.max('version').as('last'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('documentId', '=', documentId)
    .executeTakeFirstOrThrow()
  return { documentId, version: last + 1 }
}
