import { canHoldCopy } from '@terreau/domain/attestations/kinds'
import { printableText, unprintableInName } from '@terreau/pdf/printable-text'
import type { MissingFact } from '@terreau/protocol/attestations'
import type { Locale } from '@terreau/protocol/codecs'
import type { FieldProblem } from '@terreau/protocol/problems'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { AttestationContent } from './contents.ts'
import { type FactsWanted, gatherFacts } from './gather-facts.ts'
import { type IssuedAttestation, issueAttestation } from './issue-attestation.ts'
import type { Replaced } from './keep-replacements.ts'

export interface CertificateWanted extends FactsWanted {
  locale: Locale
  /** An English copy after the French text. */
  copy?: 'en' | undefined
}

/** Issues a certificate from what the ledger and the contracts say now. */
export const issueCertificate = mutation<CertificateWanted, { id: string; number: string }>({
  access: 'attestation.issue',
  async run(tx, ctx, wanted) {
    const { id, number, audit, jobs } = await issueWanted(tx, ctx, wanted)
    return { value: { id, number }, audit: [audit], jobs }
  },
})

/** The certificate of today, in the caller's transaction, alone or in the place of another one. */
export async function issueWanted(
  tx: Tx,
  ctx: Context,
  wanted: CertificateWanted,
  replaces?: Replaced,
): Promise<IssuedAttestation> {
  checkSettlement(ctx, wanted)
  checkCopy(wanted)
  const { content, missing, parties, contractId } = await gatherFacts(tx, ctx, wanted)
  if (content === null) throw refusalOf(missing.filter((gap) => gap.isBlocking))
  checkPaidDay(content)
  const { personId, locale, copy } = wanted
  return issueAttestation(tx, ctx, {
    personId,
    locale,
    copy,
    content,
    contractId,
    parties,
    replaces,
  })
}

/** A receipt says what was paid, and that it was: sums there must be, on a day that has come. */
function checkSettlement(ctx: Context, { kind, settlement }: CertificateWanted): void {
  if (kind !== 'settlement_receipt') return
  if (settlement === undefined)
    throw new ProblemError('request-invalid', undefined, [
      { pointer: '/body/settlement', code: 'field-required' },
    ])
  const code = 'date-in-the-future'
  if (settlement.paidOn > ctx.today)
    throw new ProblemError(code, undefined, [{ pointer: '/body/settlement/paidOn', code }])
  const faults = settlement.sums.flatMap(({ label }, at) => labelFaults(label, at))
  if (faults.length > 0) throw new ProblemError('request-invalid', undefined, faults)
}

/** What a sum is for is printed as it is, or refused where it is typed. */
function labelFaults(label: string, at: number): FieldProblem[] {
  const pointer = `/body/settlement/sums/${at}/label`
  if (printableText(label).trim() === '') return [{ pointer, code: 'field-required' }]
  const characters = unprintableInName(label)
  return characters === ''
    ? []
    : [{ pointer, code: 'characters-not-printable', params: { characters } }]
}

/** Nothing is paid at the end of a contract before its first day: a year typed wrongly would be certified. */
function checkPaidDay(content: AttestationContent): void {
  if (content.kind !== 'settlement_receipt') return
  const { paidOn, startsOn } = content.facts
  if (paidOn >= startsOn) return
  const code = 'paid-before-employment'
  const params = { on: startsOn }
  throw new ProblemError('request-invalid', undefined, [
    { pointer: '/body/settlement/paidOn', code, params },
  ])
}

/** A copy stands beside the French text, in a document that somebody abroad may read. */
function checkCopy({ kind, locale, copy }: CertificateWanted): void {
  if (copy === undefined || (locale === 'fr' && canHoldCopy(kind))) return
  throw new ProblemError('request-invalid', undefined, [
    { pointer: '/body/copy', code: 'field-unknown' },
  ])
}

function refusalOf(gaps: readonly MissingFact[]): ProblemError {
  const unprintable = gaps.find((gap) => gap.code === 'text-not-printable')
  if (unprintable) {
    const { text, characters } = unprintable
    const params = { text: text ?? '', characters: characters ?? '' }
    return new ProblemError('attestation-name-not-printable', params)
  }
  const errors = gaps.map((gap) => ({
    pointer: '/body/months',
    code: gap.code,
    ...(gap.month === null ? {} : { params: { month: gap.month } }),
  }))
  return new ProblemError('attestation-nothing-to-attest', undefined, errors)
}
