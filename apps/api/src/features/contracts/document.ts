import { documentModel } from '@terreau/pdf/document-kinds'
import type { CapeContractFacts } from '@terreau/pdf/documents/cape-contract/facts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { capeFacts } from './contract-facts.ts'
import type { ContractRow } from './queries.ts'

export type Stage = 'to_sign' | 'signed'

/** Prints the contract. One is quick enough (well under a second) to be drawn within the request. */
export function printContract(ctx: Context, facts: CapeContractFacts): Promise<Uint8Array> {
  return ctx.services.pdf.render(
    'cape-contract',
    documentModel('cape-contract', facts, 'fr'),
    ctx.now,
  )
}

/** The kept bytes of one stage, or of the furthest one; a draft is drawn as it stands now. */
export async function contractFile(
  tx: Tx,
  ctx: Context,
  contract: ContractRow,
  stage: Stage | undefined,
): Promise<FileAnswer> {
  const kept = await keptDocument(tx, ctx, contract.id, stage)
  if (kept) return { ...(await readFile(tx, ctx.cooperativeId, kept.fileId)), isInline: true }
  const isDrawable = contract.state === 'draft' && contract.kind === 'CAPE' && stage === undefined
  if (!isDrawable) throw new ProblemError('not-found')
  const bytes = await printContract(ctx, await capeFacts(tx, ctx, contract))
  return {
    mediaType: 'application/pdf',
    fileName: `${contract.number}.pdf`,
    bytes,
    isInline: true,
  }
}

/** The document of a stage; without one, the signed version, else the one to sign. */
export async function keptDocument(
  tx: Tx,
  ctx: Context,
  contractId: string,
  stage: Stage | undefined,
) {
  let query = tx
    .selectFrom('contractDocument')
    .select(['stage', 'fileId', 'sha256', 'facts'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contractId)
  if (stage !== undefined) query = query.where('stage', '=', stage)
  // 'signed' sorts before 'to_sign'.
  return query.orderBy('stage').limit(1).executeTakeFirst()
}
