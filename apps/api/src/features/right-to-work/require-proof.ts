import {
  type DocumentKind,
  documentKindRules,
  isDocumentKind,
} from '@terreau/domain/documents/kinds'
import type { Tx } from '../../platform/db/transaction.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'

/** A scan of a permit is a paper of the same person, of a kind that only two roles may open. */
export async function requireScan(
  tx: Tx,
  cooperativeId: string,
  scan: { personId: string; documentId: string },
): Promise<void> {
  const row = await tx
    .selectFrom('document')
    .select('kind')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', scan.documentId)
    .where('personId', '=', scan.personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  const { kind } = found(row)
  if (isDocumentKind(kind) && documentKindRules(kind).look === 'right-to-work') return
  throw new ProblemError('document-kind-not-accepted')
}

/** What proves each step: the answer of the préfet is for two roles, a registration is not. */
const PROOF_KINDS: Readonly<Record<string, DocumentKind>> = {
  prefecture: 'prefecture_proof',
  job_seeker: 'job_seeker_registration',
  student: 'prefecture_proof',
}

/** The paper that proves a step is of its kind and of the same person. */
export async function requireProof(
  tx: Tx,
  cooperativeId: string,
  proof: { personId: string; kind: string; documentId?: string | undefined },
): Promise<void> {
  if (proof.documentId === undefined) return
  const row = await tx
    .selectFrom('document')
    .select('kind')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', proof.documentId)
    .where('personId', '=', proof.personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (found(row).kind !== PROOF_KINDS[proof.kind])
    throw new ProblemError('document-kind-not-accepted')
}
