import { assert } from '@terreau/domain/assert'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { formatMinutes, formatMonth } from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { TableContent } from '../../primitives/table.ts'
import type {
  DocumentLocale,
  FreeTextFacts,
  IssueFacts,
  IssuerFacts,
  PersonFacts,
} from '../shared/facts.ts'
import { certificateLetter, type LetterModel } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/** One month of sessions. A group session counts once: these are the tutor's hours. */
export type TutoringMonth = {
  readonly month: YearMonth
  readonly sessions: number
  readonly notedMinutes: number
  /** Part of the noted minutes that the people helped have confirmed. */
  readonly confirmedMinutes: number
  /** Part of the confirmed minutes that the cooperative has approved: what is certified. */
  readonly approvedMinutes: number
}

export type TutoringCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly freeText?: FreeTextFacts
  readonly period: { readonly startsOn: LocalDate; readonly endsOn: LocalDate }
  readonly isVolunteer: boolean
  readonly peopleHelped: number
  /** In the language of the document. */
  readonly subjects: readonly string[]
  readonly months: readonly TutoringMonth[]
}

export type TutoringCertificateModel = LetterModel & {
  readonly statement: string
  readonly identity: readonly KeyValue[]
  readonly keyFigure: KeyValue
  readonly hoursHeading: string
  readonly hours: TableContent
  readonly notice: readonly string[]
}

/** Certifies hours confirmed and approved; noted and confirmed ones stand beside them, never mixed in. */
export function tutoringCertificateModel(
  facts: TutoringCertificateFacts,
  locale: DocumentLocale,
): TutoringCertificateModel {
  const { tutoringCertificate: texts } = textsOf(locale)
  assert(facts.months.length > 0, 'a tutoring certificate covers at least one month')
  assert(
    facts.months.every(
      (line) =>
        line.approvedMinutes <= line.confirmedMinutes && line.confirmedMinutes <= line.notedMinutes,
    ),
    'approved minutes are part of the confirmed ones, which are part of the noted ones',
  )
  const approved = sum(facts.months.map((line) => line.approvedMinutes))
  return {
    ...certificateLetter(
      facts,
      { title: texts.title, subtitle: periodText(facts, locale) },
      locale,
    ),
    statement: statementOf(facts, locale),
    identity: identityOf(facts, locale),
    keyFigure: { label: texts.keyFigure, value: formatMinutes(approved, locale) },
    hoursHeading: texts.hoursHeading,
    hours: hoursTable(facts.months, locale),
    notice: [texts.notice, texts.noticeDetail],
  }
}

function statementOf(facts: TutoringCertificateFacts, locale: DocumentLocale): string {
  const { tutoringCertificate: texts } = textsOf(locale)
  // French counts zero as singular, English as plural.
  const isOne = locale === 'fr' ? facts.peopleHelped < 2 : facts.peopleHelped === 1
  const sentence = fill(isOne ? texts.statementOne : texts.statementMany, {
    issuer: facts.issuer.name,
    name: facts.person.fullName,
    count: String(facts.peopleHelped),
    period: periodText(facts, locale),
  })
  return facts.isVolunteer ? `${sentence} ${texts.volunteer}` : sentence
}

function identityOf(facts: TutoringCertificateFacts, locale: DocumentLocale): KeyValue[] {
  const { common, tutoringCertificate: texts } = textsOf(locale)
  const born = facts.person.bornOn
  const subjects = facts.subjects.length === 0 ? texts.subjectsNone : facts.subjects.join(', ')
  return [
    { label: common.person, value: facts.person.fullName },
    { label: common.bornOn, value: born === null ? '' : longDate(born, locale) },
    { label: texts.people, value: String(facts.peopleHelped) },
    { label: texts.subjects, value: subjects },
  ].filter((pair) => pair.value !== '')
}

function hoursTable(months: readonly TutoringMonth[], locale: DocumentLocale): TableContent {
  const { common, tutoringCertificate: texts } = textsOf(locale)
  return {
    headers: [common.month, texts.sessions, texts.noted, texts.confirmed, texts.approved],
    rows: months.map((line) => [
      formatMonth(line.month, locale),
      String(line.sessions),
      formatMinutes(line.notedMinutes, locale),
      formatMinutes(line.confirmedMinutes, locale),
      formatMinutes(line.approvedMinutes, locale),
    ]),
    total: [
      common.total,
      String(sum(months.map((line) => line.sessions))),
      formatMinutes(sum(months.map((line) => line.notedMinutes)), locale),
      formatMinutes(sum(months.map((line) => line.confirmedMinutes)), locale),
      formatMinutes(sum(months.map((line) => line.approvedMinutes)), locale),
    ],
  }
}

function periodText(facts: TutoringCertificateFacts, locale: DocumentLocale): string {
  return fill(textsOf(locale).common.fromTo, {
    from: longDate(facts.period.startsOn, locale),
    to: longDate(facts.period.endsOn, locale),
  })
}

function sum(minutes: readonly number[]): number {
  return minutes.reduce((total, value) => total + value, 0)
}
