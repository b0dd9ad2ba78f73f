import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import type { Cents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { CapeSequence, IssuerFacts, PersonFacts, SignatoryFacts } from '../shared/facts.ts'

/** Everything the CAPE contract states. Free texts come in the language of the document. */
export type CapeContractFacts = {
  readonly issuer: IssuerFacts
  readonly signatory: SignatoryFacts
  readonly person: PersonFacts
  readonly number: string
  readonly sequence: CapeSequence
  /** The contract that this one renews; null for the first one, and in documents made before it was kept. */
  readonly renews: { readonly number: string; readonly endsOn: LocalDate } | null
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly activity: string
  /** Day the economic activity starts, or has started; null when the parties will record it. */
  readonly activityStartsOn: LocalDate | null
  /** R127-1, 1°: freely agreed by the parties; neither list may be empty. */
  readonly programme: { readonly objectives: readonly string[]; readonly steps: readonly string[] }
  /** Commitments added to the standard ones, in the two sets that R127-1 demands. */
  readonly extraCommitments: {
    readonly coopBefore: readonly string[]
    readonly personBefore: readonly string[]
    readonly coopAfter: readonly string[]
    readonly personAfter: readonly string[]
  }
  /** R127-1, 2° */
  readonly means: readonly MeansFacts[]
  /** R127-1, 3° */
  readonly contribution: ContributionScheme
  /** R127-1, 4°: `nature` completes "les engagements suivants : …". */
  readonly thirdParties: {
    readonly nature: string
    readonly maximumCents: Cents
    readonly finalBearer: 'activity' | 'cooperative'
  }
  /** R127-1, 5°: day of the following month by which a month is declared. */
  readonly declarationDueDay: number
  /** R127-1, 6° */
  readonly noticeDays: number
  /** R127-1, 7°: null when nothing is paid before the activity starts. */
  readonly monthlyPayBeforeCents: Cents | null
  readonly place: string
}

export type MeansFacts = {
  readonly name: string
  readonly amount: string
  readonly conditions: string
}
