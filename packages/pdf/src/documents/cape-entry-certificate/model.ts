import { assert } from '@terreau/domain/assert'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type {
  CapeSequence,
  DocumentLocale,
  FreeTextFacts,
  IssueFacts,
  IssuerFacts,
  PersonFacts,
} from '../shared/facts.ts'
import { oneLine, registration } from '../shared/frame.ts'
import { certificateLetter, type LetterModel } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

export type CapeEntryCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly freeText?: FreeTextFacts
  readonly contractNumber: string
  readonly sequence: CapeSequence
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly activity: string
}

export type CapeEntryCertificateModel = LetterModel & {
  readonly statement: string
  readonly holder: readonly KeyValue[]
  readonly supporterHeading: string
  readonly supporter: readonly KeyValue[]
  readonly notice: readonly string[]
}

/** Says that a person holds a CAPE, until when, and that it is not an employment contract. */
export function capeEntryCertificateModel(
  facts: CapeEntryCertificateFacts,
  locale: DocumentLocale,
): CapeEntryCertificateModel {
  assert(facts.startsOn <= facts.endsOn, 'a CAPE does not end before it starts')
  const { capeEntryCertificate: texts } = textsOf(locale)
  const { issuer, person } = facts
  return {
    ...certificateLetter(facts, { title: texts.title, subtitle: texts.subtitle }, locale),
    statement: fill(texts.statement, { issuer: issuer.name, name: person.fullName }),
    holder: holderOf(facts, locale),
    supporterHeading: texts.supporter,
    supporter: supporterOf(issuer, locale),
    notice: [texts.notice, texts.noticeDetail, texts.use],
  }
}

function holderOf(facts: CapeEntryCertificateFacts, locale: DocumentLocale): KeyValue[] {
  const { common, capeEntryCertificate: texts } = textsOf(locale)
  const { person } = facts
  const born = person.bornOn === null ? '' : longDate(person.bornOn, locale)
  return [
    { label: common.person, value: person.fullName },
    { label: common.bornOn, value: born },
    { label: common.birthPlace, value: person.birthPlace ?? '' },
    { label: common.activity, value: facts.activity },
    { label: texts.startsOn, value: longDate(facts.startsOn, locale) },
    { label: texts.endsOn, value: longDate(facts.endsOn, locale) },
    { label: texts.rank, value: texts[`rank${facts.sequence}`] },
    { label: texts.contractNumber, value: facts.contractNumber },
  ].filter((pair) => pair.value !== '')
}

function supporterOf(issuer: IssuerFacts, locale: DocumentLocale): KeyValue[] {
  const { capeEntryCertificate: texts } = textsOf(locale)
  return [
    { label: texts.supporterName, value: `${issuer.name}, ${issuer.legalForm}` },
    { label: texts.seat, value: oneLine(issuer.addressLines) },
    { label: texts.registration, value: registration(issuer, locale) },
  ]
}
