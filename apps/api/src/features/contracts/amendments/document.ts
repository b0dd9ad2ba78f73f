import { localDate } from '@terreau/domain/time/local-date'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { ContractAmendmentFacts } from '@terreau/pdf/documents/contract-amendment/facts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { readFile } from '../../../platform/files/store.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { logoOf, printedCooperative } from '../../settings/index.ts'
import { signatureState } from '../../signatures/index.ts'
import { type ContractRow, contractRow } from '../contract-row.ts'
import { missingOfPerson, unprintableTexts } from '../missing-contents.ts'
import { printedPerson } from '../printed-person.ts'
import { schemes } from '../schemes.ts'
import { type AmendmentRow, amendmentRow } from './amendment-row.ts'
import { contractTermsOn } from './terms-in-force.ts'

/** What requests to sign call an amendment. */
export const AMENDMENT_SUBJECT = 'contract-amendment'

interface Of {
  contract: ContractRow
  amendment: AmendmentRow
}

/** Prints an amendment: the terms before and after, as they were when it was drafted. */
export async function printAmendment(tx: Tx, ctx: Context, of: Of): Promise<Uint8Array> {
  const { contract, amendment } = of
  const errors = [
    ...missingOfPerson(contract),
    ...unprintableTexts(amendment.reason, '/reason'),
    ...unprintableTexts(amendment.changes, '/changes'),
  ]
  if (errors.length > 0) throw new ProblemError('contract-incomplete', undefined, errors)
  const facts = await amendmentFacts(tx, ctx, of)
  const model = documentModel('contract-amendment', facts, 'fr')
  return ctx.services.pdf.render(
    'contract-amendment',
    model,
    ctx.now,
    undefined,
    await logoOf(tx, ctx.cooperativeId),
  )
}

async function amendmentFacts(
  tx: Tx,
  ctx: Context,
  { contract, amendment }: Of,
): Promise<ContractAmendmentFacts> {
  return {
    ...(await printedCooperative(tx, ctx.cooperativeId)),
    person: printedPerson(contract),
    kind: contract.kind,
    contractNumber: contract.number,
    contractStartsOn: localDate(contract.startsOn),
    activity: contract.activity,
    n: amendment.n,
    effectiveOn: amendment.effectiveOn,
    reason: amendment.reason,
    contribution: await schemesOf(tx, ctx, { contract, amendment }),
    changes: amendment.changes,
  }
}

/** The schemes before and after; null when the amendment leaves the scheme. */
export async function schemesOf(
  tx: Tx,
  ctx: Context,
  { contract, amendment }: Of,
): Promise<ContractAmendmentFacts['contribution']> {
  if (amendment.schemeId === null) return null
  const { cooperativeId } = ctx
  const inForce = await contractTermsOn(tx, cooperativeId, contract, {
    on: amendment.effectiveOn,
    before: amendment.n,
  })
  const [before] = await schemes(tx, ctx, inForce.schemeId)
  const [after] = await schemes(tx, ctx, amendment.schemeId)
  return { before: found(before).scheme, after: found(after).scheme }
}

/** The bytes that were sent, or signed; a draft is drawn as it stands. */
export async function amendmentFile(
  tx: Tx,
  ctx: Context,
  amendmentId: string,
): Promise<FileAnswer> {
  const amendment = await amendmentRow(tx, ctx, amendmentId)
  const of = { kind: AMENDMENT_SUBJECT, subjectId: amendmentId }
  const sent = amendment.state === 'draft' ? null : await signatureState(tx, ctx, of)
  if (sent !== null) {
    const file = await readFile(tx, ctx.cooperativeId, sent.signedFileId ?? sent.fileId)
    return { ...file, isInline: true }
  }
  const contract = await contractRow(tx, ctx, amendment.contractId)
  return {
    mediaType: 'application/pdf',
    fileName: amendmentFileName(contract, amendment),
    bytes: await printAmendment(tx, ctx, { contract, amendment }),
    isInline: true,
  }
}

export function amendmentFileName(
  contract: Pick<ContractRow, 'number'>,
  amendment: Pick<AmendmentRow, 'n'>,
): string {
  return `${contract.number}-avenant-${amendment.n}.pdf`
}
