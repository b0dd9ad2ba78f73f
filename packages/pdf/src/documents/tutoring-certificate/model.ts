import { assert } from '@terreau/domain/assert'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { CountedKind } from '@terreau/domain/tutoring/hosts'
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

/** Hours of one kind. */
export type TutoringPart = {
  readonly kind: CountedKind
  readonly peopleHelped: number
  /** Of the approved minutes, those with one person; the others were with a group, and count once. */
  readonly individualMinutes: number
  /** Travel to the approved sessions: beside their hours, never within. */
  readonly travelMinutes: number
  readonly months: readonly TutoringMonth[]
}

export type TutoringCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly freeText?: FreeTextFacts
  readonly period: { readonly startsOn: LocalDate; readonly endsOn: LocalDate }
  /** Each person once, whatever the kind of the hours. */
  readonly peopleHelped: number
  /** In the language of the document. */
  readonly subjects: readonly string[]
  /** The same in the language of the copy that follows, when there is one. */
  readonly copySubjects?: readonly string[]
  /** Kind by kind, each with approved hours; hours of two kinds are never summed. */
  readonly parts: readonly TutoringPart[]
}

export type TutoringCertificateModel = LetterModel & {
  readonly statement: string
  readonly identity: readonly KeyValue[]
  readonly parts: readonly {
    readonly keyFigure: KeyValue
    readonly details: TableContent
    readonly hours: TableContent
  }[]
  readonly notice: readonly string[]
}

/** The approved minutes of one kind. */
export function approvedMinutesOf(part: Pick<TutoringPart, 'months'>): number {
  return sum(part.months.map((line) => line.approvedMinutes))
}

/** The hours in a sentence: two kinds stand side by side with their names, never as one figure. */
export function namedHours(parts: readonly TutoringPart[], locale: DocumentLocale): string {
  const { kinds } = textsOf(locale).tutoringCertificate
  const times = parts.map((part) => ({
    kind: part.kind,
    time: formatMinutes(approvedMinutesOf(part), locale),
  }))
  const [first] = times
  if (times.length === 1 && first !== undefined) return first.time
  return times.map(({ kind, time }) => fill(kinds[kind].named, { time })).join(', ')
}

/** Certifies hours confirmed and approved; noted and confirmed ones stand beside them, never mixed in. */
export function tutoringCertificateModel(
  facts: TutoringCertificateFacts,
  locale: DocumentLocale,
): TutoringCertificateModel {
  const { tutoringCertificate: texts } = textsOf(locale)
  assert(facts.parts.length > 0, 'a tutoring certificate has hours of at least one kind')
  const kinds = new Set(facts.parts.map((part) => part.kind))
  assert(kinds.size === facts.parts.length, 'hours of one kind stand in one part')
  for (const part of facts.parts) assertPart(part)
  return {
    ...certificateLetter(
      facts,
      { title: texts.title, subtitle: periodText(facts, locale) },
      locale,
    ),
    statement: statementOf(facts, locale),
    identity: identityOf(facts, locale),
    parts: facts.parts.map((part) => ({
      keyFigure: {
        label: texts.kinds[part.kind].keyFigure,
        value: formatMinutes(approvedMinutesOf(part), locale),
      },
      details: detailsOf(part, locale),
      hours: hoursTable(part.months, locale),
    })),
    notice: [texts.notice, texts.noticeDetail],
  }
}

function assertPart(part: TutoringPart): void {
  assert(
    part.months.every(
      (line) =>
        line.approvedMinutes <= line.confirmedMinutes && line.confirmedMinutes <= line.notedMinutes,
    ),
    'approved minutes are part of the confirmed ones, which are part of the noted ones',
  )
  assert(approvedMinutesOf(part) > 0, 'a kind without an approved minute is not certified')
  assert(part.individualMinutes >= 0, 'minutes are not negative')
  assert(
    part.individualMinutes <= approvedMinutesOf(part),
    'minutes with one person are part of the approved ones',
  )
}

function statementOf(facts: TutoringCertificateFacts, locale: DocumentLocale): string {
  const { tutoringCertificate: texts } = textsOf(locale)
  const sentence = fill(
    isOne(facts.peopleHelped, locale) ? texts.statementOne : texts.statementMany,
    {
      issuer: facts.issuer.name,
      name: facts.person.fullName,
      count: String(facts.peopleHelped),
      period: periodText(facts, locale),
    },
  )
  const [first, ...others] = facts.parts
  const nature =
    others.length > 0 || first === undefined ? texts.apart : texts.kinds[first.kind].alone
  return `${sentence} ${nature}`
}

/** French counts zero as singular, English as plural. */
function isOne(count: number, locale: DocumentLocale): boolean {
  return locale === 'fr' ? count < 2 : count === 1
}

function detailsOf(part: TutoringPart, locale: DocumentLocale): TableContent {
  const { tutoringCertificate: texts } = textsOf(locale)
  const group = approvedMinutesOf(part) - part.individualMinutes
  return {
    headers: [texts.people, texts.individual, texts.group, texts.travel],
    rows: [
      [
        String(part.peopleHelped),
        formatMinutes(part.individualMinutes, locale),
        formatMinutes(group, locale),
        formatMinutes(part.travelMinutes, locale),
      ],
    ],
    total: null,
  }
}

function identityOf(facts: TutoringCertificateFacts, locale: DocumentLocale): KeyValue[] {
  const { common, tutoringCertificate: texts } = textsOf(locale)
  const born = facts.person.bornOn
  const subjects = facts.subjects.length === 0 ? texts.subjectsNone : facts.subjects.join(', ')
  return [
    { label: common.person, value: facts.person.fullName },
    { label: common.bornOn, value: born === null ? '' : longDate(born, locale) },
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
