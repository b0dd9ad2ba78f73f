import type { LocalDate } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type {
  CapeSequence,
  DocumentLocale,
  IssuerFacts,
  PersonFacts,
  SignatoryFacts,
} from '../shared/facts.ts'
import { documentFrame, oneLine, registration } from '../shared/frame.ts'
import type { LetterModel } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

export type CapeNoticeFacts = {
  readonly event: 'conclusion' | 'renewal' | 'early_end'
  readonly recipient: 'urssaf' | 'france_travail'
  readonly issuer: IssuerFacts
  readonly signatory: SignatoryFacts
  readonly person: PersonFacts
  readonly contractNumber: string
  readonly sequence: CapeSequence
  readonly concludedOn: LocalDate | null
  readonly startsOn: LocalDate
  /** The planned end, or the last day of a contract that ends early. */
  readonly endsOn: LocalDate
  /** The end that was planned before an early end. */
  readonly termOn: LocalDate | null
  readonly activity: string
  readonly place: string
  readonly writtenOn: LocalDate
}

export type CapeNoticeModel = LetterModel & {
  readonly greeting: string
  readonly statement: string
  readonly facts: readonly KeyValue[]
  readonly closing: string
}

/** The letter that tells URSSAF or France Travail of a CAPE (Code du travail, R5142-1). */
export function capeNoticeModel(facts: CapeNoticeFacts, locale: DocumentLocale): CapeNoticeModel {
  const { common, capeNotice: texts } = textsOf(locale)
  const { issuer, signatory, contractNumber, place, event } = facts
  const date = longDate(facts.writtenOn, locale)
  return {
    ...documentFrame({ title: texts[TITLES[event]], number: contractNumber, issuer }, locale),
    subtitle: texts.subtitle,
    references: [fill(common.number, { number: contractNumber }), fill(common.date, { date })],
    address: [texts[facts.recipient]],
    stamp: null,
    verification: null,
    signature: {
      doneAt: fill(common.doneAt, { place, date }),
      lines: [signatory.name, signatory.capacity, fill(common.forIssuer, { issuer: issuer.name })],
      spaceLabel: common.signatureSpace,
    },
    greeting: texts.greeting,
    statement: texts[event],
    facts: factsOf(facts, locale),
    closing: texts.closing,
  }
}

const TITLES = {
  conclusion: 'titleConclusion',
  renewal: 'titleRenewal',
  early_end: 'titleEarlyEnd',
} as const

/** The same letter as plain text: a subject, then lines ready to paste into a form or a mail. */
export function capeNoticeText(
  facts: CapeNoticeFacts,
  locale: DocumentLocale,
): { subject: string; text: string } {
  const model = capeNoticeModel(facts, locale)
  const lines = [
    model.greeting,
    '',
    model.statement,
    '',
    ...model.facts.map(({ label, value }) => `${label} : ${value}`),
    '',
    model.closing,
    '',
    ...(model.signature?.lines ?? []),
  ]
  return {
    subject: `${model.title} (${facts.contractNumber})`,
    text: lines.join('\n').replaceAll('\u00a0', ' '),
  }
}

function factsOf(facts: CapeNoticeFacts, locale: DocumentLocale): KeyValue[] {
  const { common, capeEntryCertificate, capeNotice: texts } = textsOf(locale)
  const { person, issuer, event } = facts
  const day = (date: LocalDate | null) => (date === null ? '' : longDate(date, locale))
  const isEarly = event === 'early_end'
  return [
    { label: common.person, value: person.fullName },
    { label: common.bornOn, value: day(person.bornOn) },
    { label: texts.address, value: oneLine(person.addressLines) },
    { label: common.activity, value: facts.activity },
    { label: texts.contractNumber, value: facts.contractNumber },
    { label: texts.rank, value: capeEntryCertificate[`rank${facts.sequence}`] },
    { label: texts.concludedOn, value: day(facts.concludedOn) },
    { label: texts.startsOn, value: day(facts.startsOn) },
    { label: texts.termOn, value: isEarly ? day(facts.termOn) : '' },
    { label: isEarly ? texts.endedOn : texts.endsOn, value: day(facts.endsOn) },
    {
      label: texts.supporter,
      value: [issuer.name, oneLine(issuer.addressLines), registration(issuer, locale)].join(', '),
    },
  ].filter(({ value }) => value !== '')
}
