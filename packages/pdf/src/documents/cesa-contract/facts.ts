import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import type { Cents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { MeansFacts } from '../cape-contract/facts.ts'
import type { IssuerFacts, PersonFacts, SignatoryFacts } from '../shared/facts.ts'

/** Everything the CESA states (Code du travail, L7331-2, 2°). Free texts come in the document's language. */
export type CesaContractFacts = {
  readonly kind: 'CESA'
  readonly issuer: IssuerFacts
  readonly signatory: SignatoryFacts
  readonly person: PersonFacts
  readonly number: string
  readonly startsOn: LocalDate
  readonly activity: string
  /** The CAPE that ends the day before, when there is one. */
  readonly capeNumber: string | null
  /** a) neither may be empty. */
  readonly objectives: readonly string[]
  readonly minimumActivity: string
  /** b) */
  readonly means: readonly MeansFacts[]
  /** c) */
  readonly contribution: ContributionScheme
  readonly followsAssembly: boolean
  /** d) gross, per month. */
  readonly fixedPartCents: Cents
  readonly variablePart: string
  readonly netResult: string
  /** e) */
  readonly statutesOn: LocalDate
  /** f) */
  readonly clientele: string
  readonly intellectualProperty: string
  /** R7331-3 */
  readonly interviews: string
  /** R7331-10 */
  readonly becomingAssociate: string
  /** L7331-3: the last day to become associate. */
  readonly associateBy: LocalDate
  /** L7332-1: null without a trial. */
  readonly trialEndsOn: LocalDate | null
  readonly place: string
}
