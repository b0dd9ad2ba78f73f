import type { LocalDate } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import { type AttestModel, identityPairs, knownPairs } from '../shared/attest.ts'
import type {
  DocumentLocale,
  FreeTextFacts,
  IssueFacts,
  IssuerFacts,
  PersonFacts,
} from '../shared/facts.ts'
import { certificateLetter } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

export type EmploymentCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly freeText?: FreeTextFacts
  readonly contractNumber: string
  readonly job: 'entrepreneur' | 'associate'
  readonly startsOn: LocalDate
  /** The last day that an exit or the law has set; null while there is none. */
  readonly endsOn: LocalDate | null
  /** The contract ends on that day only if the person is not associate by then (L7331-3). */
  readonly endsByLaw: boolean
  /** Last day of a trial that still runs; null when there is none or it is over. */
  readonly trialEndsOn: LocalDate | null
  readonly activity: string
}

/** Says that a person is employed under a CESA today (C. trav. L7331-1 to L7331-3). No pay is written here. */
export function employmentCertificateModel(
  facts: EmploymentCertificateFacts,
  locale: DocumentLocale,
): AttestModel {
  const { common, employmentCertificate: texts } = textsOf(locale)
  const { issuer, person, trialEndsOn } = facts
  return {
    ...certificateLetter(facts, { title: texts.title, subtitle: texts.subtitle }, locale),
    statement: fill(texts.statement, { issuer: issuer.name, name: person.fullName }),
    identity: knownPairs([
      ...identityPairs(person, locale),
      { label: texts.job, value: texts[facts.job] },
      { label: common.activity, value: facts.activity },
      { label: texts.contract, value: facts.contractNumber },
      { label: texts.since, value: longDate(facts.startsOn, locale) },
      { label: texts.end, value: endText(facts, locale) },
      {
        label: texts.trial,
        value:
          trialEndsOn === null
            ? texts.noTrial
            : fill(texts.trialUntil, { date: longDate(trialEndsOn, locale) }),
      },
    ]),
    table: null,
    notice: [texts.notice, texts.use],
    places: null,
  }
}

function endText(facts: EmploymentCertificateFacts, locale: DocumentLocale): string {
  const { employmentCertificate: texts } = textsOf(locale)
  if (facts.endsOn === null) return texts.noEnd
  const date = longDate(facts.endsOn, locale)
  return facts.endsByLaw ? fill(texts.endsByLaw, { date }) : date
}
