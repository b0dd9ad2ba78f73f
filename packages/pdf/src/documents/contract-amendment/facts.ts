import type { AmendableTerm } from '@terreau/domain/contracts/amendments'
import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { IssuerFacts, PersonFacts, SignatoryFacts } from '../shared/facts.ts'

/** Everything an amendment states. Amounts are decimal strings of cents; null: not written here before. */
export type ContractAmendmentFacts = {
  readonly issuer: IssuerFacts
  readonly signatory: SignatoryFacts
  readonly person: PersonFacts
  readonly place: string
  readonly kind: 'CAPE' | 'CESA'
  readonly contractNumber: string
  readonly contractStartsOn: LocalDate
  readonly activity: string
  /** Counts within the contract. */
  readonly n: number
  readonly effectiveOn: LocalDate
  readonly reason: string
  /** Null when the contribution stays. */
  readonly contribution: {
    readonly before: ContributionScheme
    readonly after: ContributionScheme
  } | null
  readonly changes: Readonly<
    Partial<Record<AmendableTerm, { readonly before: string | null; readonly after: string }>>
  >
}
