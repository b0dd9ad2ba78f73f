import { documentModel } from '@terreau/pdf/document-kinds'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { logoOf } from '../settings/index.ts'
import { type SignatureView, signatureState } from '../signatures/index.ts'
import { contractFacts } from './contract-facts.ts'
import type { ContractRow } from './contract-row.ts'
import { type ContractFacts, isCesaFacts, readFacts } from './kept-facts.ts'

type Stage = 'to_sign' | 'signed'

/** What requests to sign call a contract. */
export const CONTRACT_SUBJECT = 'contract'

/** Prints the contract. One is quick enough (well under a second) to be drawn within the request. */
export async function printContract(
  tx: Tx,
  ctx: Context,
  facts: ContractFacts,
): Promise<Uint8Array> {
  const logo = await logoOf(tx, ctx.cooperativeId)
  if (isCesaFacts(facts))
    return ctx.services.pdf.render(
      'cesa-contract',
      documentModel('cesa-contract', facts, 'fr'),
      ctx.now,
      undefined,
      logo,
    )
  return ctx.services.pdf.render(
    'cape-contract',
    documentModel('cape-contract', facts, 'fr'),
    ctx.now,
    undefined,
    logo,
  )
}

/** The bytes of one stage, or of the furthest one; a draft is drawn as it stands now. */
export async function contractFile(
  tx: Tx,
  ctx: Context,
  contract: ContractRow,
  stage: Stage | undefined,
): Promise<FileAnswer> {
  const isDraft = contract.state === 'draft'
  const sent = isDraft ? null : await sentToSign(tx, ctx, contract.id)
  const fileId = stage === 'to_sign' ? sent?.fileId : (sent?.signedFileId ?? fallback(sent, stage))
  if (fileId) return { ...(await readFile(tx, ctx.cooperativeId, fileId)), isInline: true }
  const isDrawable = isDraft && stage === undefined
  if (!isDrawable) throw new ProblemError('not-found')
  const bytes = await printContract(tx, ctx, await contractFacts(tx, ctx, contract))
  return {
    mediaType: 'application/pdf',
    fileName: `${contract.number}.pdf`,
    bytes,
    isInline: true,
  }
}

function fallback(sent: SignatureView | null, stage: Stage | undefined): string | undefined {
  return stage === 'signed' ? undefined : sent?.fileId
}

/** The last request to sign a contract; null for one that was never sent. */
export function sentToSign(
  tx: Tx,
  ctx: Context,
  contractId: string,
): Promise<SignatureView | null> {
  return signatureState(tx, ctx, { kind: CONTRACT_SUBJECT, subjectId: contractId })
}

/** The facts that the document sent last states; null before it is sent. */
export async function sentFacts(
  tx: Tx,
  ctx: Context,
  contractId: string,
): Promise<ContractFacts | null> {
  const row = await tx
    .selectFrom('contractDocument')
    .select('facts')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contractId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : readFacts(row.facts)
}
