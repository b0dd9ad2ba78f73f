import type { MissingFact } from '@terreau/protocol/attestations'
import type { Locale } from '@terreau/protocol/codecs'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { type FactsWanted, gatherFacts } from './gather-facts.ts'
import { issueAttestation } from './issue-attestation.ts'

interface Wanted extends FactsWanted {
  locale: Locale
}

/** Issues an income or an entry certificate from what the ledger and the contracts say now. */
export const issueCertificate = mutation<Wanted, { id: string; number: string }>({
  access: 'attestation.issue',
  async run(tx, ctx, wanted) {
    const { content, missing, parties } = await gatherFacts(tx, ctx, wanted)
    if (content === null) throw refusalOf(missing.filter((gap) => gap.isBlocking))
    const { personId, locale } = wanted
    const issued = await issueAttestation(tx, ctx, { personId, locale, content, parties })
    const { id, number, audit, jobs } = issued
    return { value: { id, number }, audit: [audit], jobs }
  },
})

function refusalOf(gaps: readonly MissingFact[]): ProblemError {
  const unprintable = gaps.find((gap) => gap.code === 'text-not-printable')
  if (unprintable)
    return new ProblemError('attestation-name-not-printable', { text: unprintable.text ?? '' })
  const errors = gaps.map((gap) => ({
    pointer: '/body/months',
    code: gap.code,
    ...(gap.month === null ? {} : { params: { month: gap.month } }),
  }))
  return new ProblemError('attestation-nothing-to-attest', undefined, errors)
}
