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
import { oneLine, registration } from '../shared/frame.ts'
import { certificateLetter } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

export type AssociateCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly freeText?: FreeTextFacts
  readonly associateOn: LocalDate
  readonly contractNumber: string
  readonly activity: string
}

/** Says that a person is an associate of the cooperative, and since when (C. trav. L7331-3). */
export function associateCertificateModel(
  facts: AssociateCertificateFacts,
  locale: DocumentLocale,
): AttestModel {
  const {
    common,
    capeEntryCertificate: entry,
    employmentCertificate: employment,
    associateCertificate: texts,
  } = textsOf(locale)
  const { issuer, person } = facts
  return {
    ...certificateLetter(facts, { title: texts.title, subtitle: null }, locale),
    statement: fill(texts.statement, {
      issuer: issuer.name,
      name: person.fullName,
      date: longDate(facts.associateOn, locale),
    }),
    identity: knownPairs([
      ...identityPairs(person, locale),
      { label: texts.since, value: longDate(facts.associateOn, locale) },
      { label: employment.contract, value: facts.contractNumber },
      { label: common.activity, value: facts.activity },
      { label: texts.cooperative, value: `${issuer.name}, ${issuer.legalForm}` },
      { label: entry.seat, value: oneLine(issuer.addressLines) },
      { label: entry.registration, value: registration(issuer, locale) },
    ]),
    table: null,
    notice: [texts.notice, texts.use],
    places: null,
  }
}
