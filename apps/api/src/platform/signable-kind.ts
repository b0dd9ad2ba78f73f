import type { AuditEntry } from './audit/actions.ts'
import type { Context } from './context.ts'
import type { Tx } from './db/transaction.ts'
import type { QueuedJob } from './jobs/queue.ts'

/** What a function below a verb did: the verb hands it on with its own outcome. */
export interface Effects {
  audit: readonly AuditEntry[]
  jobs: readonly QueuedJob[]
}

/** Somebody who signs. The cooperative signs through whoever may; a person signs for themselves. */
export type SigningParty =
  | { side: 'person'; personId: string; printedName: string }
  | { side: 'cooperative'; personId: null; printedName: string }

/** Up to six plain sentences (15 words at most each) that say what the document is, in both languages. */
export interface PlainSummary {
  fr: readonly string[]
  en: readonly string[]
}

/** The request that something happened to. */
export interface SubjectOfSignature {
  requestId: string
  subjectId: string
  /** Hexadecimal, of the bytes that were shown. */
  documentSha256: string
}

/**
 * A kind of document that can be signed. The feature that owns the document writes one and
 * `apps/api/src/features/signable-kinds.ts` lists it, so that signatures know no feature that comes
 * later. Every `on…` runs in the transaction of the act itself: it throws, and nothing has happened.
 */
export interface SignableKind {
  /** `subject_kind` of its requests, in kebab-case. */
  readonly kind: string
  /** Everybody who signs, in the order in which they sign; at least one. */
  parties(tx: Tx, ctx: Context, subjectId: string): Promise<readonly SigningParty[]>
  summary(tx: Tx, ctx: Context, subjectId: string): Promise<PlainSummary>
  /** One party has signed and others follow. */
  onPartySigned?(
    tx: Tx,
    ctx: Context,
    of: SubjectOfSignature & { side: 'person' | 'cooperative'; personId: string | null },
  ): Promise<Effects>
  /** Everybody has signed; the signed file is archived. */
  onSigned(
    tx: Tx,
    ctx: Context,
    of: SubjectOfSignature & { signedFileId: string },
  ): Promise<Effects>
  onRefused(tx: Tx, ctx: Context, of: SubjectOfSignature & { reason: string }): Promise<Effects>
  onExpired(tx: Tx, ctx: Context, of: SubjectOfSignature): Promise<Effects>
  /** Staff took the request back from the page of signatures (not through the owning feature). */
  onWithdrawn(tx: Tx, ctx: Context, of: SubjectOfSignature & { reason: string }): Promise<Effects>
}

export const NO_EFFECTS: Effects = { audit: [], jobs: [] }

/** Effects one after the other, as one. */
export function joined(...parts: readonly Effects[]): Effects {
  return {
    audit: parts.flatMap((part) => part.audit),
    jobs: parts.flatMap((part) => part.jobs),
  }
}
